package dev.slipway.builds.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.BuildId;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogsTest {

    private static final BuildId BUILD = new BuildId(1);

    @TempDir
    private Path data;

    @Test
    void theLastLinesAreThoseOfTheWholeLog() throws IOException {
        BuildLogs logs = new BuildLogs(new BuildDirectories(data));
        assertThat(logs.last(BUILD, 3)).isEmpty();
        try (BuildLog log = logs.open(BUILD)) {
            for (int i = 0; i < 500; i++) {
                log.line(i + " " + "ö".repeat(3_000));
            }

            assertThat(logs.last(BUILD, 3)).isEqualTo(logs.read(BUILD, 497, 3)).hasSize(3);
            assertThat(logs.last(BUILD, 1_000)).isEqualTo(logs.read(BUILD, 0, 1_000));
        }
    }
}
