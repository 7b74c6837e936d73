package dev.slipway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** PostgreSQL throws everybody out, and lets nobody in until the test's end. */
@SlipwayTest
class DatabaseOutageIT {

    @Autowired
    private Callers callers;

    @Autowired
    private HikariDataSource pool;

    @Test
    void isSaidSoonToEverybodyAndPassesByItself() throws SQLException {
        Caller client = callers.tokenOf("outage-rosa", Role.DEVELOPER);
        String git = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("outage-git:" + callers.token("outage-git", Set.of())).getBytes());
        Caller browser = callers.browserOf("outage-anna", Role.DEVELOPER);
        long patience = pool.getConnectionTimeout();
        pool.getHikariConfigMXBean().setConnectionTimeout(2000);
        try {
            letIn(false);

            Instant asked = Instant.now();
            assertThat(callers.anybody().get("/readyz").statusCode()).isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(1900));
            says(client.post("/api/v1/tokens", "{\"name\": \"a\"}"));
            says(callers.anybody()
                    .get("/git/acme/any.git/info/refs?service=git-upload-pack", Map.of("Authorization", git)));
            says(browser.get("/services"));
        } finally {
            letIn(true);
            pool.getHikariConfigMXBean().setConnectionTimeout(patience);
        }
        await().until(() -> client.get("/api/v1/me").statusCode() == 200);
        assertThat(callers.anybody().get("/readyz").statusCode()).isEqualTo(200);
    }

    private static void says(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("The database does not answer.");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void letIn(boolean let) throws SQLException {
        URI own = URI.create(pool.getJdbcUrl().substring("jdbc:".length()));
        String name = own.getPath().substring(1);
        String neighbour = pool.getJdbcUrl().replace("/" + name, "/postgres");
        try (Connection connection = DriverManager.getConnection(neighbour);
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + let);
            if (!let) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }
}
