package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres() throws IOException {
        return new EmbeddedPostgres(folder.toRealPath(), PostgresBinaries.in(home));
    }

    @AfterEach
    void stop() throws IOException {
        postgres().close();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsWhatWasWrittenOverAStopAndAStart() throws Exception {
        EmbeddedPostgres first = postgres();
        execute(first.start(), "create table kept (id int)");
        first.close();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();

        execute(postgres().start(), "insert into kept values (1)");
    }

    @Test
    void takesOverTheOneThatAKilledSlipwayLeftRunning() throws Exception {
        Database left = postgres().start();

        assertThat(postgres().start().url()).isEqualTo(left.url());
    }

    @Test
    void startsThoughAnotherProcessHasTheNumberOfTheOneBefore() throws Exception {
        EmbeddedPostgres first = postgres();
        first.start();
        Path file = folder.resolve("postgres/postmaster.pid");
        String written = Files.readString(file);
        first.close();
        Files.writeString(
                file,
                written.replaceFirst(
                        "\\d+", String.valueOf(ProcessHandle.current().pid())));

        execute(postgres().start(), "select 1");
    }

    @Test
    void wantsThePasswordThatOnlyTheOwnerCanRead() throws Exception {
        Database database = postgres().start();

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "slipway", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void beginsAgainWhenTheFirstStartWasKilledHalfWay() throws Exception {
        Files.createDirectories(folder.resolve("postgres.new/base"));

        execute(postgres().start(), "select 1");
    }
}
