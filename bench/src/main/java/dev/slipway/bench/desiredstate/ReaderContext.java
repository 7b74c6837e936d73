package dev.slipway.bench.desiredstate;

import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.git.GitHost;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.content.Repositories;
import dev.slipway.kernel.ClusterName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What reads the desired state in the server, without database and pages. */
final class ReaderContext {

    private ReaderContext() {}

    static PlatformDefinition definition(List<Environment> environments) {
        return new PlatformDefinition(
                "acme",
                Monorepo.REPOSITORY,
                "localhost",
                new GitLocations("http://git.example/acme", List.of(), "acme"),
                "registry.example",
                List.of(
                        new Cluster(new ClusterName("hub"), true, null, "istio/gateway"),
                        new Cluster(new ClusterName("shared"), false, "shared.internal", "istio/gateway"),
                        new Cluster(new ClusterName("spoke"), false, "spoke.internal", "istio/gateway")),
                environments,
                List.of(),
                List.of(),
                Set.of(),
                false,
                null);
    }

    static AnnotationConfigApplicationContext of(Path data) throws ClassNotFoundException {
        AnnotationConfigApplicationContext context = with(data);
        context.registerBean(GitHost.class, () -> port(GitHost.class, Map.of()));
        context.refresh();
        return context;
    }

    /** One that wants a Git host and is not refreshed yet. */
    static AnnotationConfigApplicationContext with(Path data) throws ClassNotFoundException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("benchmark", Map.of("slipway.data", data.toString())));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(GitMirrors.class, () -> port(GitMirrors.class, Map.of("all", List.of())));
        context.register(
                Repositories.class,
                Class.forName("dev.slipway.git.content.JGitContent"),
                Class.forName("dev.slipway.desiredstate.reading.KeptRenders"),
                DesiredReader.class);
        return context;
    }

    /** A part of the server that is asked for nothing but these methods. */
    static <T> T port(Class<T> port, Map<String, Object> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, _) -> Optional.ofNullable(answers.get(method.getName()))
                        .orElseThrow(() -> new UnsupportedOperationException(method.getName()))));
    }
}
