package dev.slipway.platform.web;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The platform definition as JSON.
 *
 * @param seen the newest commit that was looked at
 * @param inForce the commit of the definition that counts; null while there is none
 * @param problems what is wrong with the seen commit
 * @param definition null while there is none
 */
record PlatformBody(
        @Nullable String seen,
        @Nullable String inForce,
        List<Problem> problems,
        @Nullable DefinitionBody definition) {

    static PlatformBody of(PlatformState state, @Nullable PlatformDefinition definition) {
        return new PlatformBody(
                text(state.seen()),
                text(state.inForce()),
                state.problems(),
                definition == null ? null : DefinitionBody.of(definition));
    }

    private static @Nullable String text(@Nullable CommitId commit) {
        return commit == null ? null : commit.value();
    }

    /** What platform.yaml and teams/ say. */
    record DefinitionBody(
            String name,
            String repository,
            String domain,
            String registry,
            List<ClusterBody> clusters,
            List<EnvironmentBody> environments,
            List<TeamBody> teams) {
        static DefinitionBody of(PlatformDefinition definition) {
            return new DefinitionBody(
                    definition.name(),
                    definition.repository().toString(),
                    definition.domain(),
                    definition.registry(),
                    definition.clusters().stream().map(ClusterBody::of).toList(),
                    definition.environments().stream().map(EnvironmentBody::of).toList(),
                    definition.teams().stream().map(TeamBody::of).toList());
        }
    }

    /** A cluster. */
    record ClusterBody(String name, boolean hub, @Nullable String network, String gateway) {
        static ClusterBody of(Cluster cluster) {
            return new ClusterBody(cluster.name().value(), cluster.hub(), cluster.network(), cluster.gateway());
        }
    }

    /** An environment, its gates in words. */
    record EnvironmentBody(
            String name,
            String cluster,
            String namespace,
            String host,
            boolean deploysOnBuild,
            @Nullable String promotesFrom,
            @Nullable String trigger,
            List<String> gates,
            @Nullable String smoke) {
        static EnvironmentBody of(Environment environment) {
            PromotionRule rule = environment.promotes();
            return new EnvironmentBody(
                    environment.name().value(),
                    environment.cluster().value(),
                    environment.namespacePattern(),
                    environment.hostPattern(),
                    environment.deploysOnBuild(),
                    rule == null ? null : rule.from().value(),
                    rule == null ? null : rule.trigger().name(),
                    rule == null
                            ? List.of()
                            : rule.gates().stream().map(GateWords::of).toList(),
                    environment.verification().smokePath());
        }
    }

    /** A team. */
    record TeamBody(String name, String displayName, List<String> members, List<String> leads) {
        static TeamBody of(Team team) {
            return new TeamBody(
                    team.name().value(),
                    team.displayName(),
                    team.members().stream().sorted().toList(),
                    team.leads().stream().sorted().toList());
        }
    }
}
