package dev.slipway.previews;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.platform.Team;
import dev.slipway.platform.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One team with some services on a hub and a spoke. */
final class FakePlatform implements Platforms, ServiceNames {

    static final TeamName RED = new TeamName("red");
    static final Duration TIME_TO_LIVE = Duration.ofDays(7);
    static final PlatformProperties PROPERTIES = new PlatformProperties("acme", "platform", "localhost", 7070, false);
    private static final ClusterName SPOKE = new ClusterName("shared-dev");

    private final List<RegisteredService> services;
    private volatile PlatformDefinition definition;

    FakePlatform(int limit, String... services) {
        this.services = Stream.of(services)
                .map(name -> new RegisteredService(new ServiceName(name), RED, new RepositoryRef("acme", name)))
                .toList();
        this.definition = definition(limit);
    }

    private static PlatformDefinition definition(int limit) {
        return new PlatformDefinition(
                "acme",
                PROPERTIES.repository(),
                "localhost",
                new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
                "registry.localhost/acme",
                List.of(
                        new Cluster(new ClusterName("hub"), true, null, "istio-ingress/main-gateway"),
                        new Cluster(SPOKE, false, "shared-dev.internal", "istio-system/cross-network-gateway")),
                List.of(new Environment(
                        new EnvironmentName("dev"),
                        SPOKE,
                        "{team}-dev",
                        "{service}.{domain}",
                        "localhost",
                        true,
                        null,
                        new Verification(null))),
                List.of(new Team(RED, "Red", Set.of("rosa"), Set.of())),
                List.of(),
                Set.of(),
                false,
                new PreviewRules(
                        SPOKE,
                        "{team}-dev-{service}-pr-{number}",
                        "{service}-pr-{number}-{team}.{domain}",
                        "localhost",
                        TIME_TO_LIVE,
                        limit));
    }

    void limit(int limit) {
        definition = definition(limit);
    }

    @Override
    public PlatformDefinition current() {
        return definition;
    }

    @Override
    public Optional<PlatformDefinition> find() {
        return Optional.of(definition);
    }

    @Override
    public Optional<DefinitionAtMain> newest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PlatformState state() {
        return new PlatformState(null, null, List.of());
    }

    @Override
    public List<Problem> validate(FileTree tree) {
        return List.of();
    }

    @Override
    public List<Problem> check(ServiceName service, TeamName team) {
        return List.of();
    }

    @Override
    public void reserve(ServiceName service, TeamName team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(ServiceName service) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RegisteredService> services() {
        return services;
    }

    @Override
    public Optional<RegisteredService> find(ServiceName service) {
        return services.stream().filter(each -> each.name().equals(service)).findFirst();
    }
}
