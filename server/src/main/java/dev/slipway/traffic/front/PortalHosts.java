package dev.slipway.traffic.front;

import java.util.Locale;
import java.util.Set;

/** The names that the portal, Git and the registry answer to: an allow-list, which is what stops DNS rebinding. */
final class PortalHosts {

    private final Set<String> names;
    private final String portal;

    PortalHosts(String domain) {
        portal = "slipway." + domain;
        names = Set.of(portal, "registry." + domain, "localhost", "127.0.0.1", "[::1]");
    }

    boolean contains(String host) {
        return names.contains(host);
    }

    /** The one that links use. */
    String portal() {
        return portal;
    }

    /** The name in a Host header: lower-case, without port and final dot. Empty when it is none. */
    static String nameOf(String hostHeader) {
        String host = hostHeader.strip().toLowerCase(Locale.ROOT);
        int colon = host.indexOf(':', host.startsWith("[") ? Math.max(host.indexOf(']'), 0) : 0);
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
