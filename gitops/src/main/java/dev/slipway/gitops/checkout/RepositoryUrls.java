package dev.slipway.gitops.checkout;

import java.util.Locale;

/** URLs that mean the same repository: over SSH and HTTPS, with and without {@code .git}. */
public final class RepositoryUrls {

    private RepositoryUrls() {}

    public static String identity(String url) {
        String plain = url.strip().replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        String host = plain.replaceFirst("^(?:https?|ssh|git)://(?:[^/@]*@)?", "")
                .replaceFirst("^[\\w.-]+@([^:/]+):", "$1/")
                .replaceFirst("^([^/:]+):\\d+/", "$1/");
        int slash = host.indexOf('/');
        return slash < 0 ? host : host.substring(0, slash).toLowerCase(Locale.ROOT) + host.substring(slash);
    }
}
