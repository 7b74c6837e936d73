package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The password hash bcrypt (Provos, Mazières 1999) with cost 10, as Go writes it. */
final class Bcrypt {
    private static final int COST = 10;
    private static final int LONGEST = 72;
    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String PLAIN = "OrpheanBeholderScryDoubt";

    private final int[] p = new int[18];
    private final int[] s = new int[1024];

    private Bcrypt() {
        System.arraycopy(Pi.WORDS, 0, p, 0, p.length);
        System.arraycopy(Pi.WORDS, p.length, s, 0, s.length);
    }

    static String hash(String password, byte[] salt) {
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        if (text.length > LONGEST) {
            throw new FunctionException("bcrypt: password length exceeds 72 bytes");
        }
        byte[] hash = new Bcrypt().digest(Arrays.copyOf(text, text.length + 1), salt);
        return "$2a$" + COST + "$" + encoded(salt) + encoded(Arrays.copyOf(hash, 23));
    }

    private byte[] digest(byte[] key, byte[] salt) {
        expand(key, salt);
        byte[] none = new byte[16];
        for (int round = 0; round < 1 << COST; round++) {
            expand(key, none);
            expand(salt, none);
        }
        int[] words = words(PLAIN.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < words.length; i += 2) {
            for (int round = 0; round < 64; round++) {
                encrypt(words, i);
            }
        }
        return bytes(words);
    }

    private void expand(byte[] key, byte[] salt) {
        int[] salts = words(salt);
        int at = 0;
        for (int i = 0; i < p.length; i++) {
            int word = 0;
            for (int j = 0; j < 4; j++, at++) {
                word = (word << 8) | (key[at % key.length] & 0xff);
            }
            p[i] ^= word;
        }
        int[] block = new int[2];
        int used = 0;
        for (int[] table : new int[][] {p, s}) {
            for (int i = 0; i < table.length; i += 2, used += 2) {
                block[0] ^= salts[used % 4];
                block[1] ^= salts[(used + 1) % 4];
                encrypt(block, 0);
                table[i] = block[0];
                table[i + 1] = block[1];
            }
        }
    }

    private void encrypt(int[] words, int at) {
        int left = words[at] ^ p[0];
        int right = words[at + 1];
        for (int i = 1; i < 17; i += 2) {
            right ^= mixed(left) ^ p[i];
            left ^= mixed(right) ^ p[i + 1];
        }
        words[at] = right ^ p[17];
        words[at + 1] = left;
    }

    private int mixed(int word) {
        return ((s[word >>> 24] + s[256 + (word >>> 16 & 0xff)]) ^ s[512 + (word >>> 8 & 0xff)])
                + s[768 + (word & 0xff)];
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / 4];
        for (int i = 0; i < words.length * 4; i++) {
            words[i / 4] = (words[i / 4] << 8) | (bytes[i] & 0xff);
        }
        return words;
    }

    private static byte[] bytes(int[] words) {
        byte[] bytes = new byte[words.length * 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int letters = (bytes.length * 8 + 5) / 6;
        BigInteger number = new BigInteger(1, bytes).shiftLeft(letters * 6 - bytes.length * 8);
        for (int i = letters - 1; i >= 0; i--) {
            out.append(ALPHABET.charAt(number.shiftRight(6 * i).intValue() & 63));
        }
        return out.toString();
    }

    /** The fraction of pi, which Blowfish begins with; computed by Machin's formula, when it is first needed. */
    private static final class Pi {
        private static final int BITS = (18 + 1024) * 32;
        private static final int GUARD = 64;
        static final int[] WORDS = words();

        private static int[] words() {
            BigInteger pi = arctangent(5)
                    .multiply(BigInteger.valueOf(16))
                    .subtract(arctangent(239).multiply(BigInteger.valueOf(4)));
            byte[] bytes = pi.mod(BigInteger.ONE.shiftLeft(BITS + GUARD))
                    .shiftRight(GUARD)
                    .toByteArray();
            byte[] fixed = new byte[BITS / 8];
            int length = Math.min(bytes.length, fixed.length);
            System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
            return Bcrypt.words(fixed);
        }

        private static BigInteger arctangent(int inverse) {
            BigInteger power = BigInteger.ONE.shiftLeft(BITS + GUARD).divide(BigInteger.valueOf(inverse));
            BigInteger square = BigInteger.valueOf((long) inverse * inverse);
            BigInteger sum = power;
            for (int i = 3; power.signum() > 0; i += 2) {
                power = power.divide(square);
                BigInteger term = power.divide(BigInteger.valueOf(i));
                sum = i % 4 == 3 ? sum.subtract(term) : sum.add(term);
            }
            return sum;
        }
    }
}
