package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** PostgreSQL throws everybody out, and lets nobody in until the test's end. */
@GitTest
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=1000")
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
        try {
            letIn(false);

            says(client.post("/api/v1/tokens", "{\"name\": \"a\"}"));
            says(callers.anybody()
                    .get("/git/acme/any.git/info/refs?service=git-upload-pack", Map.of("Authorization", git)));
            says(browser.get("/repositories"));
        } finally {
            letIn(true);
        }
        await().until(() -> client.get("/api/v1/me").statusCode() == 200);
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
