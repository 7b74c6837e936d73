package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;

/** Encodings and digests. */
final class EncodingFunctions {

    private EncodingFunctions() {}

    static void declare(Declarations to) {
        to.call("b64enc", taking(STRING), (call, a) -> Base64.getEncoder().encodeToString(roomy(call, text(a, 0))))
                .add("b64dec", taking(STRING), a -> Base64Text.decoded(text(a, 0)))
                .call("b32enc", taking(STRING), (call, a) -> Base32.encoded(roomy(call, text(a, 0))))
                .add("b32dec", taking(STRING), a -> Base32.decoded(text(a, 0)))
                .add("sha1sum", taking(STRING), a -> digest("SHA-1", text(a, 0)))
                .add("sha256sum", taking(STRING), a -> digest("SHA-256", text(a, 0)))
                .add("sha512sum", taking(STRING), a -> digest("SHA-512", text(a, 0)))
                .add("adler32sum", taking(STRING), a -> adler(bytes(text(a, 0))));
    }

    /** The bytes, once there is room for them encoded. */
    private static byte[] roomy(Call call, String text) {
        call.checkRoom(2L * text.length());
        return bytes(text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", e);
        }
    }

    private static String adler(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return Long.toString(sum.getValue());
    }
}
