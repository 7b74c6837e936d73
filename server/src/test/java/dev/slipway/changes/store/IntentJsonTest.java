package dev.slipway.changes.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentJsonTest {

    private static final Map<String, FileContent> FILES = Map.of(
            "deploy/base/service.yaml",
            FileContent.text("kind: Service\n"),
            "mvnw",
            new FileContent(new byte[] {0, -1}, FileMode.EXECUTABLE));

    @Test
    void readsAddedFilesAsTheyWereWritten() {
        Intent intent = new Intent.AddFiles(FILES);

        assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
    }

    @Test
    void readsTreesAsTheyWereWritten() {
        Intent intent = new Intent.PutTrees(Map.of("deploy", FILES));

        assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({"Hello, Ahoy", ", Ahoy", "Hello,"})
    void readsAVariableAsItWasWritten(@Nullable String before, @Nullable String value) {
        Intent intent = new Intent.SetVariable(new EnvironmentName("dev"), "GREETING", before, value);

        assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
    }

    @Test
    void readsFinalizersAsTheyWereWritten() {
        Intent intent = new Intent.AddFinalizers(new ServiceName("billing"));

        assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
    }
}
