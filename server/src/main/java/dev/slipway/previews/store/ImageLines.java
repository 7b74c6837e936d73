package dev.slipway.previews.store;

import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Release's images as text, {@code name@digest} in each line. */
final class ImageLines {

    private ImageLines() {}

    static String of(@Nullable Release release) {
        return release == null
                ? ""
                : release.images().entrySet().stream()
                        .map(image -> image.getKey() + "@" + image.getValue())
                        .collect(Collectors.joining("\n"));
    }

    static Map<String, ImageDigest> parse(String lines) {
        Map<String, ImageDigest> images = new TreeMap<>();
        lines.lines().forEach(line -> {
            int at = line.lastIndexOf('@');
            images.put(line.substring(0, at), new ImageDigest(line.substring(at + 1)));
        });
        return images;
    }
}
