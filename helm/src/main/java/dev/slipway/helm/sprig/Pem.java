package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys and certificates between lines of dashes. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String RSA = "1.2.840.113549.1.1.1";

    private Pem() {}

    static String write(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** As Go writes keys: RSA and elliptic curves in their own forms, others wrapped. */
    static String write(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> write("RSA PRIVATE KEY", unwrapped(key.getEncoded()));
            case "EC" -> write("EC PRIVATE KEY", unwrapped(key.getEncoded()));
            default -> write("PRIVATE KEY", key.getEncoded());
        };
    }

    /** The octets that PKCS#8 wraps: version, algorithm, then the key. */
    private static byte[] unwrapped(byte[] wrapped) {
        int at = content(wrapped, 0);
        at = end(wrapped, at);
        at = end(wrapped, at);
        int start = content(wrapped, at);
        return Arrays.copyOfRange(wrapped, start, end(wrapped, at));
    }

    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 128 ? 0 : first & 0x7f);
    }

    private static int end(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int start = content(der, at);
        int length = first < 128 ? first : new BigInteger(1, Arrays.copyOfRange(der, at + 2, start)).intValue();
        return start + length;
    }

    static byte[] read(String pem, String what) {
        Matcher matcher = BLOCK.matcher(pem);
        if (!matcher.find()) {
            throw new FunctionException("unable to decode " + what);
        }
        return Base64.getMimeDecoder().decode(matcher.group(2));
    }

    /** @throws FunctionException if it is no key of a kind that certificates are signed with */
    static PrivateKey key(String pem) {
        byte[] der = read(pem, "private key");
        byte[] wrapped = pem.contains("BEGIN RSA PRIVATE KEY")
                ? Der.sequence(
                        Der.integer(BigInteger.ZERO), Der.sequence(Der.identifier(RSA), Der.nothing()), Der.octets(der))
                : der;
        PrivateKey key = key(wrapped, List.of("RSA", "EC", "Ed25519"));
        if (key != null) {
            return key;
        }
        throw new FunctionException("unable to parse private key: it is neither RSA nor PKCS #8");
    }

    private static @Nullable PrivateKey key(byte[] wrapped, List<String> algorithms) {
        if (algorithms.isEmpty()) {
            return null;
        }
        try {
            return KeyFactory.getInstance(algorithms.getFirst()).generatePrivate(new PKCS8EncodedKeySpec(wrapped));
        } catch (GeneralSecurityException e) {
            return key(wrapped, algorithms.subList(1, algorithms.size()));
        }
    }
}
