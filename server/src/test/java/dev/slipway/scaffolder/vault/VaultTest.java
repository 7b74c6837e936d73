package dev.slipway.scaffolder.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.scaffolder.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Map<String, String> SECRETS = Map.of("key", "hush", "other", "ä \"quoted\"\n");

    @TempDir
    private Path data;

    private final RunId run = RunId.random();

    private Vault vault() {
        return new Vault(data.toString(), "");
    }

    @Test
    void opensWhatWasSealedAfterARestart() {
        String sealed = vault().seal(run, SECRETS);

        assertThat(vault().open(run, sealed)).contains(SECRETS);
        assertThat(vault().seal(run, SECRETS)).isNotEqualTo(sealed).doesNotContain("68757368");
    }

    @Test
    void opensNothingForAnotherRunOrThatWasChanged() {
        String sealed = vault().seal(run, SECRETS);
        String changed = sealed.substring(0, 40) + (sealed.charAt(40) == '0' ? '1' : '0') + sealed.substring(41);

        assertThat(vault().open(RunId.random(), sealed)).isEmpty();
        assertThat(vault().open(run, changed)).isEmpty();
        assertThat(vault().open(run, "no hex")).isEmpty();
    }

    @Test
    void opensNothingWithAnotherKey() throws IOException {
        String sealed = vault().seal(run, SECRETS);
        Files.delete(data.resolve("keys/runs"));

        assertThat(vault().open(run, sealed)).isEmpty();
    }

    @Test
    void keepsItsKeyFromOthers() throws IOException {
        vault().seal(run, SECRETS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/runs"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void takesASharedKeyAndMakesNoneInItsPlace() throws IOException {
        Path shared = data.resolve("shared");
        Vault vault = new Vault(data.toString(), shared.toString());
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.seal(run, SECRETS))
                .withMessageContaining(shared.toString());

        Files.writeString(shared, "c2hvcnQ=");
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.seal(run, SECRETS))
                .withMessageContaining("has 5 bytes: expected 32");
        Files.writeString(shared, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n");
        assertThat(vault.open(run, vault.seal(run, SECRETS))).contains(SECRETS);
    }
}
