package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The command line on the server's machine needs no sign-in. */
@FoundationTest
class CommandLineTokenIT {

    @Autowired
    private Callers callers;

    @Value("${slipway.data}")
    private Path data;

    @Test
    void theFirstStartLeavesATokenThatOnlyItsOwnerReads() throws Exception {
        Path file = data.resolve("cli-token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(callers.client(Files.readString(file).strip())
                        .get("/api/v1/users")
                        .statusCode())
                .isEqualTo(200);
    }
}
