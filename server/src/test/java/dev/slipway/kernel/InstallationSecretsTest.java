package dev.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallationSecretsTest {

    private final InstallationSecrets secrets =
            new InstallationSecrets(Map.of("slipway.secrets.git-intern", "sesame", "slipway.secrets.empty", " ")::get);

    @Test
    void findsWhatIsSet() {
        assertThat(secrets.find("git-intern")).contains("sesame");
        assertThat(secrets.find("empty")).isEmpty();
        assertThat(secrets.find("none")).isEmpty();
    }

    @Test
    void saysWhichVariableToSet() {
        assertThat(InstallationSecrets.missing("git-intern.v2"))
                .contains("\"git-intern.v2\" is not set", "SLIPWAY_SECRETS_GIT_INTERN_V2");
    }
}
