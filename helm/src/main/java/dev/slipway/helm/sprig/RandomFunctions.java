package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.small;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Arguments.whole;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What looks random. */
final class RandomFunctions {
    private static final int LONGEST = 1_000_000;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String PRINTABLE =
            IntStream.rangeClosed(32, 126).mapToObj(Character::toString).collect(Collectors.joining());

    private final Outside outside;

    private RandomFunctions(Outside outside) {
        this.outside = outside;
    }

    static void declare(Declarations to, Outside outside) {
        RandomFunctions random = new RandomFunctions(outside);
        to.call("randAlphaNum", taking(INT), (call, a) -> random.drawn(call, small(a, 0), LETTERS + DIGITS))
                .call("randAlpha", taking(INT), (call, a) -> random.drawn(call, small(a, 0), LETTERS))
                .call("randNumeric", taking(INT), (call, a) -> random.drawn(call, small(a, 0), DIGITS))
                .call("randAscii", taking(INT), (call, a) -> random.drawn(call, small(a, 0), PRINTABLE))
                .call(
                        "randBytes",
                        taking(INT),
                        (call, a) -> Base64.getEncoder().encodeToString(outside.random(call, size(small(a, 0)))))
                .call("randInt", taking(INT, INT), (call, a) -> random.between(call, whole(a, 0), whole(a, 1)))
                .call("uuidv4", taking(), (call, a) -> uuid(outside.random(call, 16)))
                .call("shuffle", taking(STRING), (call, a) -> random.shuffled(call, text(a, 0)))
                .call("bcrypt", taking(STRING), (call, a) -> Bcrypt.hash(text(a, 0), outside.random(call, 16)))
                .call("htpasswd", taking(STRING, STRING), (call, a) -> random.htpasswd(call, text(a, 0), text(a, 1)))
                .call(
                        "encryptAES",
                        taking(STRING, STRING),
                        (call, a) -> Aes.encrypt(text(a, 0), text(a, 1), outside.random(call, 16)))
                .add("decryptAES", taking(STRING, STRING), a -> Aes.decrypt(text(a, 0), text(a, 1)));
    }

    private static int size(int count) {
        if (count > LONGEST) {
            throw new FunctionException("the number " + count + " is too large");
        }
        if (count < 0) {
            throw new FunctionException("Requested random string length " + count + " is less than 0.");
        }
        return count;
    }

    private String drawn(Call call, int count, String alphabet) {
        byte[] bytes = outside.random(call, 2 * size(count));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int number = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
            out.append(alphabet.charAt(number % alphabet.length()));
        }
        return out.toString();
    }

    private long between(Call call, long least, long end) {
        if (end <= least) {
            throw new FunctionException("invalid argument to Intn");
        }
        BigInteger number = new BigInteger(1, outside.random(call, 16));
        return least + number.mod(BigInteger.valueOf(end - least)).longValue();
    }

    private static String uuid(byte[] bytes) {
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private String shuffled(Call call, String text) {
        int[] points = text.codePoints().toArray();
        byte[] bytes = outside.random(call, 4 * points.length);
        for (int i = points.length - 1; i > 0; i--) {
            int other = new BigInteger(1, java.util.Arrays.copyOfRange(bytes, 4 * i, 4 * i + 4))
                    .mod(BigInteger.valueOf(i + 1L))
                    .intValue();
            int kept = points[i];
            points[i] = points[other];
            points[other] = kept;
        }
        return new String(points, 0, points.length);
    }

    private String htpasswd(Call call, String user, String password) {
        if (user.contains(":")) {
            return "invalid username: " + user;
        }
        return user + ":" + Bcrypt.hash(password, outside.random(call, 16));
    }
}
