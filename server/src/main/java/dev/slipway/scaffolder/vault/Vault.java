package dev.slipway.scaffolder.vault;

import dev.slipway.scaffolder.RunId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what a run was given in confidence with AES-256 in GCM (NIST SP 800-38D): nonce of 12 bytes, then the text with a tag of 16, all in hexadecimal digits.
 * The run's id is part of what is authenticated, so that nobody opens one run's secrets as another's.
 */
@Component
public class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final HexFormat HEX = HexFormat.of();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final VaultKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultKey key) {
        this.key = key;
    }

    public String seal(RunId run, Map<String, String> secrets) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, run, nonce);
            byte[] sealed = cipher.doFinal(JsonMapper.shared().writeValueAsBytes(secrets));
            return HEX.formatHex(ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Secrets cannot be sealed", e);
        }
    }

    /** Empty when they were sealed for another run or with another key, or have been tampered with. */
    public Optional<Map<String, String>> open(RunId run, String hex) {
        try {
            byte[] sealed = HEX.parseHex(hex);
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            byte[] text = cipher(Cipher.DECRYPT_MODE, run, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(JsonMapper.shared().readValue(text, new TypeReference<Map<String, String>>() {}));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            LOG.error("The secrets of run {} cannot be opened: {}", run, e.getMessage());
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, RunId run, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(run.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
