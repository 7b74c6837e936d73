package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a database that takes everything and answers nothing does to those who ask it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabasePoolIT {

    private static final Duration SILENCE = Duration.ofSeconds(1);

    private SilenceableRelay relay;
    private HikariDataSource pool;

    @BeforeEach
    void open() throws IOException {
        String url = TestDatabase.empty().url();
        URI server = URI.create(url.substring("jdbc:".length()));
        relay = new SilenceableRelay(server.getPort());
        pool = DatabasePool.open(Database.at(url.replace(":" + server.getPort(), ":" + relay.port())), SILENCE);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        pool.close();
    }

    @Test
    void aStatementThatIsNeverAnsweredIsGivenUp() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            relay.silence();

            assertThatThrownBy(() -> statement.execute("select 1")).rootCause().hasMessageContaining("timed out");
        }
    }

    @Test
    void aServerThatNeverGreetsIsNotWaitedForEither() throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            Database database = Database.at("postgresql://somebody@127.0.0.1:" + mute.getLocalPort() + "/slipway");

            assertThatThrownBy(() -> PostgresDatabase.reached(database))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("does not let Slipway in");
        }
    }

    @Test
    void migrationsTakeAsLongAsTheyTakeAndLeaveTheLimitToTheOthers() throws SQLException {
        sleepTwoSeconds(UnhurriedMigrations.unhurried(pool));

        assertThatThrownBy(() -> sleepTwoSeconds(pool)).rootCause().hasMessageContaining("timed out");
        sleepTwoSeconds(UnhurriedMigrations.unhurried(pool));
        assertThat(DatabasePool.LONGEST_SILENCE).isGreaterThan(Duration.ofMinutes(1));
    }

    /** A pool that has an idle connection live as long as any other sets its idle time to zero once it is used. */
    @Test
    void connectionsOfABusyMomentAreLetGo() throws SQLException {
        pool.getConnection().close();

        assertThat(pool.getIdleTimeout()).isPositive().isLessThan(pool.getMaxLifetime());
    }

    private static void sleepTwoSeconds(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(2)");
        }
    }
}
