package dev.slipway.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that pages need, and no others. Their address holds a hash of all of them, so that browsers may keep them for
 * ever and still never mix two versions.
 */
public final class Assets {

    private static final String TABLER = "META-INF/resources/webjars/tabler__core/1.4.0/dist/";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    private static final Map<String, String> LOCATIONS = Map.of(
            "tabler.css", TABLER + "css/tabler.min.css",
            "tabler.js", TABLER + "js/tabler.min.js",
            "htmx.js", HTMX + "htmx.min.js",
            "slipway.css", "assets/slipway.css",
            "slipway.js", "assets/slipway.js",
            "theme.js", "assets/theme.js",
            "icons.svg", "assets/icons.svg",
            "logo.svg", "assets/logo.svg");

    private static final String VERSION = version();

    private Assets() {}

    /** The path of a file below {@code /assets/}. */
    public static String url(String name) {
        if (!LOCATIONS.containsKey(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not an asset.");
        }
        return "/assets/" + VERSION + "/" + name;
    }

    /** The class path's location of the file at {@code <version>/<name>}; empty when there is none. */
    public static Optional<String> location(String path) {
        int slash = path.indexOf('/');
        return Optional.ofNullable(LOCATIONS.get(path.substring(slash + 1)));
    }

    private static String version() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String location : new TreeMap<>(LOCATIONS).values()) {
                hash.update(content(location));
            }
            return HexFormat.of().formatHex(hash.digest()).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(String location) {
        try (InputStream file = Assets.class.getClassLoader().getResourceAsStream(location)) {
            if (file == null) {
                throw new IllegalStateException("\"" + location + "\" is not on the class path.");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
