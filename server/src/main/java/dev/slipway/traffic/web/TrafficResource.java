package dev.slipway.traffic.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.traffic.Measurements;
import dev.slipway.traffic.Measurements.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was measured at the gateway, per application, which is a service in an environment. */
@RestController
@RequestMapping("/api/v1/applications/{application}/traffic")
class TrafficResource {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Measurements measurements;
    private final Clock clock;

    TrafficResource(Measurements measurements, Clock clock) {
        this.measurements = measurements;
        this.clock = clock;
    }

    /**
     * Requests that ended in a window, an opened WebSocket among them as one; latencies in milliseconds.
     *
     * @param errors status 500 and above, and requests that nobody answered
     * @param p50 null without requests
     */
    record Traffic(
            String application,
            Instant from,
            Instant to,
            long requests,
            long errors,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    @GetMapping
    @Access(Permission.VIEW)
    Traffic traffic(@PathVariable String application, @RequestParam(defaultValue = "15") int minutes) {
        if (minutes < 1 || minutes > MINUTES_OF_A_DAY) {
            throw new ProblemException(
                    ProblemCode.INVALID,
                    Problem.at("minutes", "\"" + minutes + "\" minutes are not kept.")
                            .expecting("1 to 1440"));
        }
        Instant to = clock.instant();
        Instant from = to.minus(Duration.ofMinutes(minutes));
        Window window = measurements.between(application, from, to);
        return new Traffic(
                application,
                from,
                to,
                window.requests(),
                window.errors(),
                number(window.p50()),
                number(window.p95()),
                number(window.p99()));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
