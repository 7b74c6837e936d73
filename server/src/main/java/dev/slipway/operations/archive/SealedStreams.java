package dev.slipway.operations.archive;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.operations.BackupException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A stream that only the passphrase opens, and that tells when anything in it was changed or its end is missing: a key by
 * PBKDF2 (HMAC-SHA256, the rounds that OWASP's password storage recommendations give), then AES-GCM in segments as Tink's streaming
 * encryption defines it. Before it come a mark, the salt and the rounds, which are authenticated too.
 */
final class SealedStreams {

    private static final byte[] MARK = "slipway-backup\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;

    private SealedStreams() {}

    static OutputStream seal(OutputStream out, String passphrase) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        DataOutputStream head = new DataOutputStream(out);
        head.write(MARK);
        head.write(salt);
        head.writeInt(ROUNDS);
        try {
            return streaming(passphrase, salt, ROUNDS).newEncryptingStream(out, authenticated(salt, ROUNDS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-GCM or PBKDF2.", e);
        }
    }

    /** Reading throws an {@code IOException} where the passphrase is wrong or the content is not what was written. */
    static InputStream open(InputStream in, String passphrase) throws IOException {
        DataInputStream head = new DataInputStream(in);
        byte[] mark = head.readNBytes(MARK.length);
        byte[] salt = head.readNBytes(SALT_BYTES);
        if (!Arrays.equals(mark, MARK) || salt.length < SALT_BYTES) {
            throw new BackupException(
                    ProblemCode.INVALID,
                    Problem.of("The file is no backup of Slipway.").expecting("a file that \"slipway backup\" wrote"));
        }
        int rounds = head.readInt();
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IOException("the head is damaged");
        }
        try {
            return streaming(passphrase, salt, rounds).newDecryptingStream(in, authenticated(salt, rounds));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-GCM or PBKDF2.", e);
        }
    }

    private static AesGcmHkdfStreaming streaming(String passphrase, byte[] salt, int rounds)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, rounds, KEY_BYTES * Byte.SIZE);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private static byte[] authenticated(byte[] salt, int rounds) {
        return ByteBuffer.allocate(MARK.length + SALT_BYTES + Integer.BYTES)
                .put(MARK)
                .put(salt)
                .putInt(rounds)
                .array();
    }
}
