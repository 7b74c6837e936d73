package dev.slipway.gitops.validation.syntax;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}.
 *
 * @param size of an address in bits: 32 or 128
 * @param prefix how many bits are the same
 */
public record Cidr(BigInteger address, int size, int prefix) {

    /** For people. */
    public static final String WORDS = "for example 10.0.0.0/8";

    private static final Pattern TEXT =
            Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    /** Empty where it is none. */
    public static Optional<Cidr> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.ofLiteral(matcher.group(1)).getAddress();
            int prefix = Integer.parseInt(matcher.group(2));
            return prefix > address.length * 8
                    ? Optional.empty()
                    : Optional.of(new Cidr(new BigInteger(1, address), address.length * 8, prefix));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether a text is one address. */
    public static boolean isAddress(String text) {
        return parse(text + (text.contains(":") ? "/128" : "/32")).isPresent();
    }

    /** Whether the other one is within, and smaller. */
    public boolean isWiderThan(Cidr other) {
        int rest = size - prefix;
        return size == other.size
                && prefix < other.prefix
                && address.shiftRight(rest).equals(other.address.shiftRight(rest));
    }
}
