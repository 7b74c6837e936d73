package dev.slipway.ui;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach the portal. */
@Component
public class PortalAddress {

    private final String base;
    private final boolean said;

    /** @param publicUrl what whoever runs the server says of it; empty where nobody does */
    public PortalAddress(
            @Value("${slipway.public-url:}") String publicUrl,
            @Value("${slipway.domain:localhost}") String domain,
            @Value("${slipway.port:7070}") int port) {
        this.said = !publicUrl.isEmpty();
        this.base = said ? publicUrl.replaceFirst("/+$", "") : "http://slipway." + domain + ":" + port;
    }

    /** What whole addresses of the portal begin with, without a slash at the end. */
    public String base() {
        return base;
    }

    /**
     * A link in what is read outside of the portal too, for example in a comment: a whole address where it is said how people
     * reach the portal. Otherwise the path alone, which leads to the portal by whichever of its names somebody uses.
     */
    public String link(String path) {
        return said ? base + path : path;
    }
}
