package dev.slipway.scaffolder.vault;

import dev.slipway.operations.Seal;
import dev.slipway.scaffolder.RunId;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a run was given in confidence, for that run alone, in hexadecimal digits. Replicas share the key named by {@code slipway.runs.key-file}. */
@Component
public class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final HexFormat HEX = HexFormat.of();

    private final Seal seal;

    Vault(@Value("${slipway.data:}") String data, @Value("${slipway.runs.key-file:}") String keyFile) {
        this.seal = new Seal(data, keyFile);
    }

    public String seal(RunId run, Map<String, String> secrets) {
        return HEX.formatHex(seal.seal(JsonMapper.shared().writeValueAsBytes(secrets), run.toString()));
    }

    /** Empty when they were sealed for another run or with another key, or have been tampered with. */
    public Optional<Map<String, String>> open(RunId run, String hex) {
        try {
            byte[] text = seal.open(HEX.parseHex(hex), run.toString());
            return Optional.of(JsonMapper.shared().readValue(text, new TypeReference<Map<String, String>>() {}));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            LOG.error("The secrets of run {} cannot be opened: {}", run, e.getMessage());
            return Optional.empty();
        }
    }
}
