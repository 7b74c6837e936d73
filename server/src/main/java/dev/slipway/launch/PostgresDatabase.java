package dev.slipway.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database within a running PostgreSQL. */
final class PostgresDatabase {

    private static final String NO_SUCH_DATABASE = "3D000";

    private PostgresDatabase() {}

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
