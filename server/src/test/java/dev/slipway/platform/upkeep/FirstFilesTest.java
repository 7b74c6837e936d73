package dev.slipway.platform.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.definition.DefinitionReader;
import dev.slipway.platform.definition.Reading;
import dev.slipway.platform.trees.PlatformTrees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstFilesTest {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void describeAPlatformThatIsValid(boolean sample) {
        assertThat(read(sample)).isInstanceOf(Reading.Good.class);
    }

    @Test
    void projectsAdmitExactlyTheTeamsRepositories() {
        PlatformDefinition definition = ((Reading.Good) read(true)).definition();
        RegisteredService pricing = new RegisteredService(
                new ServiceName("pricing-api"), new TeamName("red"), new RepositoryRef("acme", "pricing-api"));

        var projects = PlatformTrees.of(definition, List.of(pricing)).get("projects");

        assertThat(projects.get("red-production.yaml").text())
                .contains("- http://slipway.localhost:7070/git/acme/pricing-api.git");
        assertThat(projects.get("blue-production.yaml").text()).contains("sourceRepos: []");
        assertThat(projects.get("red-production.yaml").text())
                .contains("name: app-spoke\n      namespace: \"red-prod\"");
    }

    @Test
    void everyTeamHasItsNamespaceInEachEnvironment() {
        PlatformDefinition definition = ((Reading.Good) read(true)).definition();

        assertThat(PlatformTrees.of(definition, List.of()))
                .containsKeys(
                        "clusters/shared-dev/namespaces/red-dev",
                        "clusters/shared-dev/namespaces/blue-staging",
                        "clusters/app-spoke/namespaces/red-prod");
    }

    @Test
    void theHubHasOneRouteForAllPreviews() {
        PlatformDefinition definition = ((Reading.Good) read(true)).definition();

        var trees = PlatformTrees.of(definition, List.of());

        assertThat(trees.get("clusters/hub/routing/platform")
                        .get("previews.yaml")
                        .text())
                .contains("- \"*.localhost\"", "regex: '(?i)^", "host: shared-dev.internal");
        assertThat(trees.get("clusters/shared-dev/routing/platform")).doesNotContainKey("previews.yaml");
    }

    private static Reading read(boolean sample) {
        PlatformProperties properties = new PlatformProperties("acme", "platform", "localhost", 7070, sample);
        return new DefinitionReader(PLATFORM).read(MemoryTree.of(FirstFiles.of(properties)));
    }
}
