package dev.slipway.gitops.parity.dependencies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a connection is secured. */
public enum TlsMode {
    /** Not at all. */
    NONE,
    /** The server shows a certificate. */
    TLS,
    /** Both do: without a client certificate nothing is answered. */
    MUTUAL;

    /** As in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TlsMode> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(TlsMode::key).toList();
    }
}
