package dev.slipway.services;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.LogLine;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.Parities;
import dev.slipway.desiredstate.ReleasePlaces;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.Measurements;
import dev.slipway.traffic.ProbeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A cluster in which nothing ever runs, and a desired state that knows Applications by their files' names alone. */
@TestConfiguration(proxyBeanMethods = false)
public class StandIns {

    @Bean
    Parities parities() {
        return new ComparedOnce();
    }

    @Bean
    DesiredState desiredState(GitContent content, PlatformProperties properties) {
        return new FilesByName(content, properties);
    }

    /** Nothing is released there. */
    @Bean
    ReleasePlaces releasePlaces() {
        return _ -> Map.of();
    }

    @Bean
    DeliveryEngine deliveryEngine() {
        return new NothingRuns();
    }

    @Bean
    Gateway gateway() {
        return (host, path, timeout) -> unreachable(timeout);
    }

    @Bean
    Measurements measurements() {
        return new NobodyAsks();
    }

    private static final class NobodyAsks implements Measurements {

        @Override
        public Window between(String application, Instant from, Instant to) {
            return new Window(0, 0, Double.NaN, Double.NaN, Double.NaN);
        }

        @Override
        public Map<String, Instant> lastRequests(Instant since) {
            return Map.of();
        }
    }

    private static ProbeResult unreachable(Duration timeout) {
        return new ProbeResult.Failed("nothing answered within " + timeout);
    }

    record FilesByName(GitContent content, PlatformProperties properties) implements DesiredState {

        @Override
        public Optional<Desired> current() {
            return content.exists(properties.repository())
                    ? content.resolve(properties.repository(), "refs/heads/main")
                            .map(this::at)
                    : Optional.empty();
        }

        @Override
        public Desired at(CommitId commit) {
            Snapshot tree = content.snapshot(properties.repository(), commit);
            List<DesiredApplication> applications = tree.walk("applications").stream()
                    .map(TreeEntry::path)
                    .filter(path -> path.matches("applications/[^/]+/[^/]+\\.yaml"))
                    .map(FilesByName::application)
                    .toList();
            return new Desired(commit, applications, List.of(), List.of());
        }

        private static DesiredApplication application(String path) {
            String service = path.split("/")[1];
            String environment = path.split("/")[2].replace(".yaml", "");
            return new DesiredApplication(
                    service + "-" + environment,
                    path,
                    "red-" + environment,
                    new ServiceName(service),
                    null,
                    new EnvironmentName(environment),
                    null,
                    "red-" + environment,
                    null,
                    null,
                    "",
                    null,
                    false,
                    true,
                    true,
                    false,
                    List.of(),
                    "",
                    List.of());
        }
    }

    static final class NothingRuns implements DeliveryEngine {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public String isolation() {
            return "none";
        }

        @Override
        public List<ApplicationState> states() {
            return List.of();
        }

        @Override
        public Optional<ApplicationState> state(String application) {
            return Optional.empty();
        }

        @Override
        public void refresh(String application, Actor actor) {}

        @Override
        public void sync(String application, Actor actor) {}

        @Override
        public void restart(String application, Actor actor) {}

        @Override
        public List<LogLine> logs(String application, @Nullable String pod, int lines) {
            return List.of(new LogLine(Instant.EPOCH, application + "-1", "app", "listening on 8080"));
        }
    }
}
