package dev.slipway.builds.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path below {@code /v2/} names (OCI distribution specification 1.1, pull).
 *
 * @param reference a tag or a digest; for the list of tags empty
 */
record RegistryPath(String name, What what, String reference) {

    /** The resources that can be read. */
    enum What {
        MANIFEST,
        BLOB,
        TAGS
    }

    private static final String NAME = "([a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)";
    private static final Pattern MANIFESTS =
            Pattern.compile("/" + NAME + "/manifests/(sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9._-]{0,127})");
    private static final Pattern BLOBS = Pattern.compile("/" + NAME + "/blobs/(sha256:[0-9a-f]{64})");
    private static final Pattern TAGS = Pattern.compile("/" + NAME + "/tags/list()");

    /** @param path what follows {@code /v2} */
    static Optional<RegistryPath> parse(String path) {
        return match(MANIFESTS, What.MANIFEST, path)
                .or(() -> match(BLOBS, What.BLOB, path))
                .or(() -> match(TAGS, What.TAGS, path));
    }

    private static Optional<RegistryPath> match(Pattern pattern, What what, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches()
                ? Optional.of(new RegistryPath(matcher.group(1), what, matcher.group(2)))
                : Optional.empty();
    }
}
