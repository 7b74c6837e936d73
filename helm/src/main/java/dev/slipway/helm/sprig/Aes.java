package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Sprig's encryption of texts: AES-256 in CBC, the key the first 32 bytes of the password, the vector before the text, base64. */
final class Aes {
    private static final int KEY = 32;
    private static final int BLOCK = 16;

    private Aes() {}

    static String encrypt(String password, String text, byte[] vector) {
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, password, vector).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(BLOCK + encrypted.length)
                            .put(vector)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    static String decrypt(String password, String encrypted) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted);
            if (bytes.length < BLOCK) {
                throw new FunctionException("the text is too short to be encrypted");
            }
            byte[] vector = Arrays.copyOf(bytes, BLOCK);
            byte[] text = cipher(Cipher.DECRYPT_MODE, password, vector).doFinal(bytes, BLOCK, bytes.length - BLOCK);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Cipher cipher(int mode, String password, byte[] vector) throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), KEY);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher;
    }
}
