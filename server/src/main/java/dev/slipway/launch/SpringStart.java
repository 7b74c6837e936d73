package dev.slipway.launch;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.traffic.front.FrontListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Spring's side of the start: it gets the port and the database from here, and listens on a private port itself. */
final class SpringStart {

    private final Class<?> application;
    private final Settings settings;
    private final DataDirectory data;
    private final FrontListener front;
    private final String secret;
    private final CompletableFuture<Database> database;

    SpringStart(
            Class<?> application,
            Settings settings,
            DataDirectory data,
            FrontListener front,
            String secret,
            CompletableFuture<Database> database) {
        this.application = application;
        this.settings = settings;
        this.data = data;
        this.front = front;
        this.secret = secret;
        this.database = database;
    }

    ConfigurableApplicationContext start() {
        SpringApplication spring = new SpringApplication(application);
        spring.setRegisterShutdownHook(false);
        spring.setLogStartupInfo(false);
        spring.addInitializers(context -> prepare((GenericApplicationContext) context));
        try {
            return spring.run(properties().entrySet().stream()
                    .map(each -> "--" + each.getKey() + "=" + each.getValue())
                    .toArray(String[]::new));
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private void prepare(GenericApplicationContext context) {
        context.getBeanFactory().registerSingleton("frontListener", front);
        context.addBeanFactoryPostProcessor(beans -> OnlyCandidates.install((DefaultListableBeanFactory) beans));
        context.registerBean(
                "dataSource",
                HikariDataSource.class,
                () -> DatabasePool.open(database.join(), DatabasePool.LONGEST_SILENCE));
        context.registerBean("tomcatDirectory", TomcatDirectory.class, () -> new TomcatDirectory(data));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("slipway.home", settings.home());
        properties.put("slipway.data", data.path());
        properties.put("slipway.domain", settings.domain());
        properties.put("slipway.port", front.port());
        properties.put("slipway.organisation", settings.organisation());
        properties.put("slipway.sample", settings.sample());
        properties.put("slipway.public-url", settings.publicUrl());
        properties.put("slipway.behind-proxy", settings.behindProxy());
        properties.putAll(settings.kept().properties());
        properties.put("slipway.import.hosts", String.join(",", settings.importHosts()));
        properties.put("slipway.instance", data.instance());
        properties.put("slipway.front.secret", secret);
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("server.max-http-request-header-size", "48KB");
        properties.put("server.tomcat.max-swallow-size", -1);
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        properties.put("logging.file.name", log());
        properties.put("logging.logback.rollingpolicy.max-file-size", "10MB");
        properties.put("logging.logback.rollingpolicy.max-history", 5);
        properties.put("logging.threshold.console", settings.verbose() ? "trace" : "off");
        properties.put("logging.register-shutdown-hook", false);
        return properties;
    }

    private Path log() {
        return data.path().resolve("logs").resolve("slipway.log");
    }

    /** The deepest cause says what is wrong; the log has the rest. */
    private ProblemException explained(RuntimeException failure) {
        Throwable deepest = failure;
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProblemException told) {
                return told;
            }
            deepest = each;
        }
        if (LaunchException.isFullDisk(failure)) {
            return LaunchException.because(LaunchException.fullDisk("Slipway could not start"));
        }
        String reason = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return LaunchException.because(
                Problem.of("Slipway could not start: " + reason).next("The log has more: " + log()));
    }
}
