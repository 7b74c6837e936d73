package dev.slipway.scaffolder;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Outcome;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.identity.Membership;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
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
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.platform.Team;
import dev.slipway.platform.TemplateRules;
import dev.slipway.platform.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A platform with dev, staging and production, team red, and somebody called ada who may create services for it. */
final class FakePlatform implements Platforms, ServiceNames, Permissions, Changes {

    static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "platform");

    private final Killer killer;
    final Map<ServiceName, TeamName> reserved = new LinkedHashMap<>();
    final Map<ChangeId, ChangeRequest> submitted = new LinkedHashMap<>();
    TemplateRules templates = TemplateRules.NONE;
    Outcome outcome;

    FakePlatform(Killer killer) {
        this.killer = killer;
    }

    private static Environment environment(String name, String cluster) {
        return new Environment(
                new EnvironmentName(name),
                new ClusterName(cluster),
                "{team}-" + name,
                "{service}-" + name + ".{domain}",
                "localhost",
                false,
                null,
                new Verification(null));
    }

    @Override
    public PlatformDefinition current() {
        return new PlatformDefinition(
                "acme",
                REPOSITORY,
                "localhost",
                new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
                "registry.localhost/acme",
                List.of(
                        new Cluster(new ClusterName("hub"), true, null, "istio-ingress/main-gateway"),
                        new Cluster(new ClusterName("spoke"), false, "spoke.internal", "istio-system/gateway")),
                List.of(
                        environment("dev", "spoke"),
                        environment("staging", "spoke"),
                        environment("production", "spoke")),
                List.of(new Team(new TeamName("red"), "Red", Set.of("ada"), Set.of())),
                List.<Membership>of(),
                Set.of(),
                false,
                null,
                templates,
                ParityRules.STANDARD);
    }

    @Override
    public Optional<PlatformDefinition> find() {
        return Optional.of(current());
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
        return reserved.containsKey(service) ? List.of(Problem.at("name", "taken")) : List.of();
    }

    @Override
    public void reserve(ServiceName service, TeamName team) {
        killer.maybe();
        reserved.put(service, team);
        killer.maybe();
    }

    @Override
    public void release(ServiceName service) {
        killer.maybe();
        reserved.remove(service);
        killer.maybe();
    }

    @Override
    public List<RegisteredService> services() {
        return List.of();
    }

    @Override
    public Optional<RegisteredService> find(ServiceName service) {
        return Optional.empty();
    }

    @Override
    public boolean allows(Actor actor, Permission permission, TeamName team) {
        return actor.account().equals("ada");
    }

    @Override
    public void require(Actor actor, Permission permission, TeamName team) {}

    @Override
    public Set<String> groups(String account) {
        return Set.of();
    }

    @Override
    public Set<String> members(String group) {
        return Set.of();
    }

    @Override
    public Set<TeamName> teams(Actor actor, Permission permission) {
        return Set.of();
    }

    @Override
    public void submit(ChangeRequest request) {
        killer.maybe();
        submitted.putIfAbsent(request.id(), request);
        killer.maybe();
    }

    @Override
    public Optional<Change> find(ChangeId id) {
        return Optional.ofNullable(submitted.get(id)).map(request -> new Change(request, Instant.EPOCH, outcome, null));
    }

    @Override
    public List<Change> of(RepositoryRef repository, String branch, int limit) {
        return List.of();
    }

    @Override
    public Change await(ChangeId id, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Change> waitingAs(RepositoryRef repository, CommitId head) {
        return Optional.empty();
    }

    @Override
    public Plan plan(ChangeRequest request) {
        throw new UnsupportedOperationException();
    }
}
