package dev.slipway.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * The connections that everything shares. A database that takes what is sent and says nothing more, behind a dead network for
 * example, holds nobody up for ever: such a connection is given up and the next one is tried.
 */
final class DatabasePool {

    /** No statement of a request takes that long; {@link UnhurriedMigrations} may, and {@code socketTimeout} in the URL says otherwise. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private static final int CONNECTIONS = 24;
    private static final int KEPT_CONNECTIONS = 4;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    /**
     * PostgreSQL keeps what it once thought that a statement's general plan costs for as long as the connection lives: one that asked
     * while tables were being filled may plan the statement anew each time from then on, at double the price.
     */
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** Shorter than {@link #LIFETIME}, or the pool keeps what a busy moment has opened. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

    private DatabasePool() {}

    static HikariDataSource open(Database database, Duration longestSilence) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("slipway");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(KEPT_CONNECTIONS);
        pool.setConnectionTimeout(LONGEST_CONNECT.toMillis());
        pool.setMaxLifetime(LIFETIME.toMillis());
        pool.setIdleTimeout(LONGEST_IDLE.toMillis());
        pool.addDataSourceProperty("connectTimeout", seconds(LONGEST_CONNECT));
        pool.addDataSourceProperty("loginTimeout", seconds(LONGEST_CONNECT));
        pool.addDataSourceProperty("socketTimeout", seconds(longestSilence));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }
}
