package dev.slipway.launch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A migration of much data says nothing before it is done, which may take longer than any statement of a request. */
@Configuration(proxyBeanMethods = false)
class UnhurriedMigrations {

    @Bean
    FlywayConfigurationCustomizer unhurriedMigrationsCustomizer() {
        return flyway -> flyway.dataSource(unhurried(flyway.getDataSource()));
    }

    /** Connections that are waited for without end; the pool takes them back with its own limit. */
    static DataSource unhurried(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setNetworkTimeout(Runnable::run, 0);
                return connection;
            }
        };
    }
}
