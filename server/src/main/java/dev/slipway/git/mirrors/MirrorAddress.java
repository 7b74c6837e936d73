package dev.slipway.git.mirrors;

import dev.slipway.git.GitMirrors;
import dev.slipway.kernel.RepositoryRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One spelling for URLs that mean the same repository: scheme and host in lower case, no {@code .git}, no slash at the end.
 *
 * @param url in that spelling
 */
record MirrorAddress(String url) {

    private static final int READABLE = 80;
    private static final int HASH = 12;

    static MirrorAddress of(String written) {
        String url = written.strip().replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return new MirrorAddress(
                path < 0
                        ? url.toLowerCase(Locale.ROOT)
                        : url.substring(0, path).toLowerCase(Locale.ROOT) + url.substring(path));
    }

    /** Readable by its beginning, unique by its end. */
    RepositoryRef repository() {
        URI uri = URI.create(url);
        String readable =
                (uri.getHost() + uri.getPath()).replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("^-+", "");
        String cut = readable.substring(0, Math.min(READABLE, readable.length()));
        return new RepositoryRef(GitMirrors.ORGANISATION, cut + "-" + hash().substring(0, HASH));
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
