package dev.slipway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives each server under test a fresh database and data directory. */
public final class SlipwayInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A wake-up is a hint: where one is lost, the work comes an interval later, for most reconciliations within a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Path data = newDirectory();
        TestDatabase database = TestDatabase.migrated();
        Map<String, Object> defaults = Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.hikari.maximum-pool-size", "16",
                "spring.datasource.hikari.minimum-idle", "0",
                "slipway.data", data.toString(),
                "slipway.domain", "localhost",
                "slipway.organisation", "acme",
                "slipway.instance", "test-" + data.getFileName());
        String modules = context.getEnvironment().getProperty("slipway.test.modules", "");
        if (!modules.isEmpty() && context instanceof GenericApplicationContext generic) {
            generic.registerBean(OnlyModules.class, () -> new OnlyModules(Set.of(modules.split(","))));
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("slipway-test", defaults));
    }

    private static Path newDirectory() {
        try {
            Path data = Files.createTempDirectory("slipway-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data)));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException _) {
            // The operating system clears its temporary directory.
        }
    }
}
