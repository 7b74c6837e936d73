package dev.slipway.ui.idempotency;

import dev.slipway.operations.Seal;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps answers sealed, each for its key: some hold a secret that is shown once, a new token for example. An answer that cannot be
 * sealed is not kept, and the request counts as carried out all the same.
 */
@Component
class SealedAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAnswers.class);

    private final Seal seal;

    SealedAnswers(@Value("${slipway.data:}") String data, @Value("${slipway.runs.key-file:}") String keyFile) {
        this.seal = new Seal(data, keyFile);
    }

    byte @Nullable [] seal(byte[] body, String account, String key) {
        try {
            return seal.seal(body, purpose(account, key));
        } catch (IllegalStateException e) {
            LOG.error("The answer to a request with an Idempotency-Key cannot be kept: {}", e.getMessage());
            return null;
        }
    }

    /** Empty when it was not kept, or with a key that is gone. */
    Optional<byte[]> open(byte @Nullable [] sealed, String account, String key) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(seal.open(sealed, purpose(account, key)));
        } catch (GeneralSecurityException | IllegalStateException e) {
            LOG.error("The answer to a request with an Idempotency-Key cannot be opened: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String purpose(String account, String key) {
        return "answer " + account + " " + key;
    }
}
