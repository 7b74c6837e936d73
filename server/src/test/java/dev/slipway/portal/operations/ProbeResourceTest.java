package dev.slipway.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

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

    @Test
    void answersAProbeThatAsksForJson() throws Exception {
        try (HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:1/none")) {
            MockMvc routes = MockMvcBuilders.standaloneSetup(probes(pool)).build();

            routes.perform(get("/livez").accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                    .andExpect(content().string("ok\n"));
            routes.perform(get("/readyz").accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN));
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
