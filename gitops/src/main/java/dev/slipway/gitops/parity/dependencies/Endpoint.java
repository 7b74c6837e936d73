package dev.slipway.gitops.parity.dependencies;

import dev.slipway.documents.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a dependency is called in one environment.
 *
 * @param host a name or address; {@code *.} at its beginning stands for any name before the rest
 * @param credential null when none is needed
 */
public record Endpoint(
        String host, int port, TlsMode tls, @Nullable Credential credential, Place place) {

    boolean covers(String called) {
        return host.equalsIgnoreCase(called)
                || (host.startsWith("*.")
                        && called.toLowerCase(java.util.Locale.ROOT)
                                .endsWith(host.substring(1).toLowerCase(java.util.Locale.ROOT)));
    }

    /** {@code api.example.com:443, tls: mutual, Secret client}. */
    @Override
    public String toString() {
        return host + ":" + port + ", tls: " + tls.key() + (credential == null ? "" : ", " + credential);
    }
}
