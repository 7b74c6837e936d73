package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kustomize.Resource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Digests wherever they stand: what only looks like an image's is kept as well, which does no harm. */
final class Digests {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}(?![0-9a-f])");

    private Digests() {}

    static Set<ImageDigest> of(DesiredApplication application) {
        Set<ImageDigest> digests = new HashSet<>();
        application
                .currentRelease()
                .ifPresent(release -> digests.addAll(release.images().values()));
        application.objects().stream().map(Resource::content).forEach(content -> collect(content, digests));
        return digests;
    }

    private static void collect(@Nullable Object value, Set<ImageDigest> digests) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, digests));
            case Iterable<?> list -> list.forEach(each -> collect(each, digests));
            case String text -> digests.addAll(in(text));
            case null, default -> {}
        }
    }

    static Set<ImageDigest> in(String text) {
        return text.contains("sha256:")
                ? DIGEST.matcher(text)
                        .results()
                        .map(match -> new ImageDigest(match.group()))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
