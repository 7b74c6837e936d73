package dev.slipway.identity.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an {@code Authorization} header says (RFC 6750 and RFC 7617). */
sealed interface Credentials {

    record Bearer(String token) implements Credentials {}

    record Basic(String user, String password) implements Credentials {}

    /** A scheme that is not understood, or a header that makes no sense. */
    record Unreadable() implements Credentials {}

    /** Empty without a header. */
    static Optional<Credentials> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        int space = header.indexOf(' ');
        String scheme = (space < 0 ? header : header.substring(0, space)).toLowerCase(Locale.ROOT);
        String value = space < 0 ? "" : header.substring(space + 1).strip();
        return Optional.of(
                switch (scheme) {
                    case "bearer" -> new Bearer(value);
                    case "basic" -> basic(value);
                    default -> new Unreadable();
                });
    }

    private static Credentials basic(String value) {
        try {
            String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? new Unreadable() : new Basic(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return new Unreadable();
        }
    }
}
