package dev.slipway.bench.catalog;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Keeps Slipway's context when Spring starts it in this process, and lets questions come without the front listener. */
public final class StartedContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static volatile @Nullable ConfigurableApplicationContext started;

    static ConfigurableApplicationContext get() {
        return Objects.requireNonNull(started, "Slipway was not started.");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "benchmark",
                        Map.of("slipway.front.secret", "", "server.tomcat.max-keep-alive-requests", "-1")));
        started = context;
    }
}
