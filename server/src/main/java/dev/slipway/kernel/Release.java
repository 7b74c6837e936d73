package dev.slipway.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is promoted: image digests and the commit of the configuration they run with.
 *
 * @param repository the repository of code and configuration
 * @param commit of that repository
 * @param images digests by the image's repository name, for example {@code registry.localhost/acme/pricing-api}
 */
public record Release(RepositoryRef repository, CommitId commit, SortedMap<String, ImageDigest> images) {

    public Release {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("A Release needs at least one image.");
        }
        images = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }

    public Release(RepositoryRef repository, CommitId commit, Map<String, ImageDigest> images) {
        this(repository, commit, new TreeMap<>(images));
    }

    /** A short name that is the same wherever the same Release is spoken of: twelve hexadecimal digits of a hash over everything. */
    public String id() {
        String content = repository + "\n" + commit + "\n"
                + images.entrySet().stream()
                        .map(image -> image.getKey() + "@" + image.getValue())
                        .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256(content)).substring(0, 12);
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
