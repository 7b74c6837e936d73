package dev.slipway.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A new database in the one PostgreSQL that this JVM starts when it is first needed. */
public record TestDatabase(String url) {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, DataSource> POOLS = new ConcurrentHashMap<>();
    private static final int CONNECTIONS = 16;
    private static final int SHORTEST_IDLE_MILLIS = 10_000;

    /** Holds the server; the JVM's end stops it. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Migrated once, to be copied: that takes a fraction of the time. */
    private static final class Template {
        static final String NAME = migrated("template_migrated");

        private static String migrated(String name) {
            // Whoever is connected to it keeps it from being copied.
            Flyway.configure()
                    .dataSource(created(name, "template1").url(), "", "")
                    .load()
                    .migrate();
            return name;
        }
    }

    /** Without tables. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    /** With the tables of all modules. */
    public static TestDatabase migrated() {
        return copyOf(Template.NAME);
    }

    private static TestDatabase copyOf(String template) {
        return created("test_" + NUMBER.incrementAndGet(), template);
    }

    private static TestDatabase created(String name, String template) {
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(Server.INSTANCE.getJdbcUrl("postgres", name));
    }

    /** Keeps its connections, as a server does: to make one costs more than most of what is asked. Whoever has it does not close it. */
    public DataSource dataSource() {
        return new DelegatingDataSource(POOLS.computeIfAbsent(url, TestDatabase::pool));
    }

    private static DataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(SHORTEST_IDLE_MILLIS);
        return pool;
    }
}
