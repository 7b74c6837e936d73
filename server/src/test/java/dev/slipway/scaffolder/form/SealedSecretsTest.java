package dev.slipway.scaffolder.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealedSecretsTest {

    private final SealedSecrets secrets = new SealedSecrets();

    @Test
    void openForTheSamePurposeOnly() {
        String sealed = secrets.seal("correct horse", "rosa/template/password");

        assertThat(secrets.open(sealed, "rosa/template/password")).contains("correct horse");
        assertThat(secrets.open(sealed, "ren/template/password")).isEmpty();
        assertThat(secrets.open(sealed, "rosa/template/token")).isEmpty();
    }

    @Test
    void doNotOpenAfterAnotherStartOrWhenForged() {
        String sealed = secrets.seal("correct horse", "p");

        assertThat(new SealedSecrets().open(sealed, "p")).isEmpty();
        assertThat(secrets.open(sealed.substring(0, sealed.length() - 3) + "AAA", "p"))
                .isEmpty();
        assertThat(secrets.open("", "p")).isEmpty();
        assertThat(secrets.open("not base64 !", "p")).isEmpty();
    }

    @Test
    void doNotShowWhetherTwoAreTheSame() {
        assertThat(secrets.seal("same", "p")).isNotEqualTo(secrets.seal("same", "p"));
    }
}
