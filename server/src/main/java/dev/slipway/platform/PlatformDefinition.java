package dev.slipway.platform;

import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.identity.Membership;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * platform.yaml and teams/ of one commit.
 *
 * @param repository the platform repository itself
 * @param domain of the workloads, for example {@code localhost}
 * @param git where repositories are, and which prefixes mean the same
 * @param registry prefix of image names, for example {@code registry.localhost/acme}
 * @param environments in the order of the file, which is the order of promotion
 * @param byPullRequest environments whose changes go through pull requests although Slipway could push
 * @param scaffoldsForReview whether people merge a scaffolded service's pull request
 * @param previews null when pull requests get none
 * @param templates what templates may reach, and what becomes of actions that the platform has not
 * @param parity in what environments of a service must be alike
 */
public record PlatformDefinition(
        String name,
        RepositoryRef repository,
        String domain,
        GitLocations git,
        String registry,
        List<Cluster> clusters,
        List<Environment> environments,
        List<Team> teams,
        List<Membership> memberships,
        Set<EnvironmentName> byPullRequest,
        boolean scaffoldsForReview,
        @Nullable PreviewRules previews,
        TemplateRules templates,
        ParityRules parity) {

    /** One that says nothing about templates and parity. */
    public PlatformDefinition(
            String name,
            RepositoryRef repository,
            String domain,
            GitLocations git,
            String registry,
            List<Cluster> clusters,
            List<Environment> environments,
            List<Team> teams,
            List<Membership> memberships,
            Set<EnvironmentName> byPullRequest,
            boolean scaffoldsForReview,
            @Nullable PreviewRules previews) {
        this(
                name,
                repository,
                domain,
                git,
                registry,
                clusters,
                environments,
                teams,
                memberships,
                byPullRequest,
                scaffoldsForReview,
                previews,
                TemplateRules.NONE,
                ParityRules.STANDARD);
    }

    public PlatformDefinition {
        clusters = List.copyOf(clusters);
        environments = List.copyOf(environments);
        teams = List.copyOf(teams);
        memberships = List.copyOf(memberships);
        byPullRequest = Set.copyOf(byPullRequest);
    }

    /** The organisation that holds services' repositories. */
    public String organisation() {
        return repository.organisation();
    }

    public Optional<Environment> environment(EnvironmentName environment) {
        return environments.stream()
                .filter(each -> each.name().equals(environment))
                .findFirst();
    }

    public Optional<Cluster> cluster(ClusterName cluster) {
        return clusters.stream().filter(each -> each.name().equals(cluster)).findFirst();
    }

    public Optional<Team> team(TeamName team) {
        return teams.stream().filter(each -> each.name().equals(team)).findFirst();
    }

    public Optional<PreviewRules> previewRules() {
        return Optional.ofNullable(previews);
    }

    /** The cluster with the role hub, where requests enter. */
    public Cluster hub() {
        return clusters.stream().filter(Cluster::hub).findFirst().orElseThrow();
    }
}
