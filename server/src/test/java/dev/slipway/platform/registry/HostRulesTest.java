package dev.slipway.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostRulesTest {

    private static final TeamName RED = new TeamName("red");
    private static final ClusterName HUB = new ClusterName("hub");

    @Test
    void takesNoNameThatBrowsersReadAsAnEncodedOne() {
        assertThat(problems("xn--a")).first().asString().contains("name: The name \"xn--a\" begins with \"xn--\"");
        assertThat(problems("xn-a")).isEmpty();
        assertThat(problems("a-xn--b")).isEmpty();
    }

    @Test
    void takesNoNameOfThePlatformAndNoneOfAPreview() {
        assertThat(problems("registry")).first().asString().contains("is reserved for the platform");
        assertThat(problems("api-pr-12")).first().asString().contains("looks like the host of a preview");
    }

    private static List<Problem> problems(String name) {
        return HostRules.problems(definition(), new ServiceName(name), RED);
    }

    private static PlatformDefinition definition() {
        return new PlatformDefinition(
                "acme",
                new RepositoryRef("acme", "platform"),
                "localhost",
                new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
                "registry.localhost/acme",
                List.of(new Cluster(HUB, true, null, "istio-ingress/main-gateway")),
                List.of(new Environment(
                        new EnvironmentName("dev"),
                        HUB,
                        "{team}-dev",
                        "{service}.{domain}",
                        "localhost",
                        true,
                        null,
                        new Verification(null))),
                List.of(),
                List.of(),
                Set.of(),
                false,
                new PreviewRules(
                        HUB,
                        "{team}-dev-{service}-pr-{number}",
                        "{service}-pr-{number}-{team}.{domain}",
                        "localhost",
                        Duration.ofDays(7),
                        3));
    }
}
