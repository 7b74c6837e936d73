package dev.slipway.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.support.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

class ProbeResourceTest {

    @Test
    void saysWithinTwoSecondsThatTheDatabaseIsAway() {
        try (HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:1/none")) {
            Instant asked = Instant.now();

            assertThat(probes(pool).ready().getStatusCode().value()).isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void isReadyWithADatabase() {
        try (HikariDataSource pool = pool(TestDatabase.empty().url())) {
            assertThat(probes(pool).ready().getBody()).isEqualTo("ok\n");
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static ProbeResource probes(HikariDataSource pool) {
        ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(pool, ReadinessState.ACCEPTING_TRAFFIC));
        return new ProbeResource(availability, pool, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }
}
