package dev.slipway.goldenpaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeServiceTest {

    @Test
    void makesAServiceWhoseTestsPass(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(Programs.isThere("node"), "skipped: Node is not installed");
        Scaffolded.write(Scaffolded.service("node-service", true), directory);

        assertThat(Programs.run(directory, "node", "--test")).contains("pass 7", "fail 0");
    }
}
