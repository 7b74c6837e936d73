package dev.slipway.helm.sprig;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key derivation scrypt (RFC 7914) with N = 32768, r = 8, p = 2. Takes 32 MiB while it runs. */
final class Scrypt {
    private static final int N = 32_768;
    private static final int R = 8;
    private static final int P = 2;
    private static final int WORDS = 32 * R;

    private Scrypt() {}

    static byte[] key(byte[] password, byte[] salt, int length) {
        byte[] blocks = pbkdf2(password, salt, P * 4 * WORDS);
        for (int i = 0; i < P; i++) {
            int[] words = new int[WORDS];
            ByteBuffer view = ByteBuffer.wrap(blocks, i * 4 * WORDS, 4 * WORDS).order(ByteOrder.LITTLE_ENDIAN);
            view.asIntBuffer().get(words);
            view.asIntBuffer().put(mixed(words));
        }
        return pbkdf2(password, blocks, length);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An empty key is the same as one of zeros, which Java wants to see.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[64] : key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    /** With one iteration. */
    private static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
        ByteBuffer out = ByteBuffer.allocate((length + 31) / 32 * 32);
        for (int block = 1; out.hasRemaining(); block++) {
            out.put(hmac(
                    password,
                    ByteBuffer.allocate(salt.length + 4).put(salt).putInt(block).array()));
        }
        return Arrays.copyOf(out.array(), length);
    }

    private static int[] mixed(int[] words) {
        int[] table = new int[N * WORDS];
        int[] x = words;
        for (int i = 0; i < N; i++) {
            System.arraycopy(x, 0, table, i * WORDS, WORDS);
            x = blockMix(x);
        }
        for (int i = 0; i < N; i++) {
            int from = (x[WORDS - 16] & (N - 1)) * WORDS;
            for (int j = 0; j < WORDS; j++) {
                x[j] ^= table[from + j];
            }
            x = blockMix(x);
        }
        return x;
    }

    private static int[] blockMix(int[] in) {
        int[] out = new int[WORDS];
        int[] x = Arrays.copyOfRange(in, WORDS - 16, WORDS);
        for (int i = 0; i < 2 * R; i++) {
            for (int j = 0; j < 16; j++) {
                x[j] ^= in[i * 16 + j];
            }
            salsa(x);
            System.arraycopy(x, 0, out, (i % 2 * R + i / 2) * 16, 16);
        }
        return out;
    }

    /** Salsa20 with 8 rounds. */
    private static void salsa(int[] block) {
        int[] x = block.clone();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 4; i++) {
                quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
            }
            for (int i = 0; i < 4; i++) {
                int row = 4 * i;
                quarter(x, row + i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
            }
        }
        for (int i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
