package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** The database within a running PostgreSQL. */
final class PostgresDatabase {

    private static final String NO_SUCH_DATABASE = "3D000";

    /** In seconds: until it is connected, until it has let one in, and for each answer. */
    private static final Map<String, String> LIMITS =
            Map.of("connectTimeout", "10", "loginTimeout", "10", "socketTimeout", "10");

    private PostgresDatabase() {}

    /** Tries the connection, so that a wrong address or password is told at once and plainly. */
    static Database reached(Database database) {
        Properties properties = new Properties();
        LIMITS.forEach(properties::setProperty);
        if (database.user() != null) {
            properties.setProperty("user", database.user());
        }
        if (database.password() != null) {
            properties.setProperty("password", database.password());
        }
        try (Connection _ = DriverManager.getConnection(database.url(), properties)) {
            return database;
        } catch (SQLException e) {
            throw LaunchException.because(
                    Problem.at(Setting.DATABASE_URL.flag(), "The database does not let Slipway in: " + e.getMessage())
                            .next("Address, database, user and password have to be right, and the server has to run."));
        }
    }

    /** Creates it when it is missing. */
    static Database ensure(int port, String user, String password, String name) throws IOException {
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (Connection _ = DriverManager.getConnection(server + name, user, password)) {
            return new Database(server + name, user, password);
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw new IOException("the database refuses to talk: " + e.getMessage(), e);
            }
        }
        try (Connection connection = DriverManager.getConnection(server + "postgres", user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
            return new Database(server + name, user, password);
        } catch (SQLException e) {
            throw new IOException("the database cannot be created: " + e.getMessage(), e);
        }
    }
}
