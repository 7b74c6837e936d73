package dev.slipway.launch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How to reach PostgreSQL through JDBC. */
record Database(String url, @Nullable String user, @Nullable String password) {

    /** Of a JDBC URL, or one as PostgreSQL's own tools take it ({@code postgresql://user:password@host/database}). */
    static Database at(String url) {
        if (url.startsWith("jdbc:")) {
            return new Database(url, null, null);
        }
        URI uri = URI.create(url);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        String[] account = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        return new Database(jdbc, part(account, 0), part(account, 1));
    }

    private static @Nullable String part(String[] account, int index) {
        return index < account.length && !account[index].isEmpty()
                ? URLDecoder.decode(account[index].replace("+", "%2B"), StandardCharsets.UTF_8)
                : null;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
