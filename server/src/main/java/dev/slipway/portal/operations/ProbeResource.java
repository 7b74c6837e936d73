package dev.slipway.portal.operations;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Public;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor and Prometheus ask. The paths are those of Kubernetes' own components. */
@RestController
class ProbeResource {

    /** Less than supervisors wait. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** The text format 0.0.4, which every Prometheus reads. */
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ApplicationAvailability availability;
    private final DataSource database;
    private final PrometheusMeterRegistry metrics;

    ProbeResource(ApplicationAvailability availability, DataSource database, PrometheusMeterRegistry metrics) {
        this.availability = availability;
        this.database = database;
        this.metrics = metrics;
    }

    @GetMapping("/livez")
    @Public("says only that the process answers")
    ResponseEntity<String> live() {
        return answer(HttpStatus.OK, "ok");
    }

    /** 503 while starting, stopping, or without the database. */
    @GetMapping("/readyz")
    @Public("says only whether the process can work")
    ResponseEntity<String> ready() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "starting or stopping");
        }
        return databaseAnswers()
                ? answer(HttpStatus.OK, "ok")
                : answer(HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer");
    }

    /** As text whatever is asked for: a probe reads the status, and must not get another one for its Accept. */
    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text + "\n");
    }

    /** On a thread of its own: a pool of connections is more patient than a probe. */
    private boolean databaseAnswers() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("readyz").start(() -> answer.complete(isConnected()));
        return answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean isConnected() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException _) {
            return false;
        }
    }

    @GetMapping(path = "/metrics", produces = PROMETHEUS)
    @Access(Permission.MANAGE_PLATFORM)
    String metrics() {
        return metrics.scrape();
    }
}
