package dev.slipway.operations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what the database keeps and nobody may read in it, with AES-256 in GCM (NIST SP 800-38D): nonce of 12 bytes, then the text
 * with a tag of 16. The key lies beside the database, in the data directory's file {@code keys/runs}. What something was sealed for is
 * authenticated with it, so that nobody opens it in another's place.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile key;
    private final SecureRandom random = new SecureRandom();

    /** @param keyFile the file of a key that replicas share, which has to be there; blank for one's own below {@code data} */
    public Seal(String data, String keyFile) {
        this.key = new KeyFile(data, keyFile);
    }

    /** @throws IllegalStateException when the key cannot be read or made */
    public byte[] seal(byte[] text, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Secrets cannot be sealed", e);
        }
    }

    /**
     * @throws GeneralSecurityException when it was sealed for something else or with another key, or has been tampered with
     * @throws IllegalStateException when the key cannot be read or made
     */
    public byte[] open(byte[] sealed, String purpose) throws GeneralSecurityException {
        if (sealed.length < NONCE) {
            throw new GeneralSecurityException("Too short to be sealed");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), purpose)
                .doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
