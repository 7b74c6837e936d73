package dev.slipway.scaffolder.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTreesTest {

    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final Environment dev = environment("dev", "shared-dev", "{team}-dev", "{service}.{domain}");
    private final Environment edge = environment("edge", "hub", "{team}-edge", "{service}-edge.{domain}");
    private final PlatformDefinition definition = new PlatformDefinition(
            "acme",
            new RepositoryRef("acme", "platform"),
            "localhost",
            new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
            "registry.localhost/acme",
            List.of(
                    new Cluster(new ClusterName("hub"), true, null, "istio-ingress/main-gateway"),
                    new Cluster(new ClusterName("shared-dev"), false, "shared-dev.internal", "istio-system/cross")),
            List.of(dev, edge),
            List.of(),
            List.of(),
            Set.of(),
            false,
            null);

    private static Environment environment(String name, String cluster, String namespace, String host) {
        return new Environment(
                new EnvironmentName(name),
                new ClusterName(cluster),
                namespace,
                host,
                "localhost",
                false,
                null,
                new Verification(null));
    }

    private Map<String, Map<String, FileContent>> trees() {
        return ServiceTrees.of(
                definition,
                definition.environments(),
                new ServiceName("pricing-api"),
                new TeamName("red"),
                new RepositoryRef("acme", "pricing-api"),
                COMMIT);
    }

    private String at(String tree, String file, String pointer) {
        YamlValue document = YamlReader.core()
                .document(file, trees().get(tree).get(file).text())
                .orElseThrow();
        return document.at(pointer).flatMap(YamlValue::asText).orElse("missing");
    }

    @Test
    void declaresAnApplicationThatRunsNothingYet() {
        assertThat(at("applications/pricing-api", "dev.yaml", "/spec/syncPolicy/automated/enabled"))
                .isEqualTo("false");
        assertThat(at("applications/pricing-api", "dev.yaml", "/spec/source/targetRevision"))
                .isEqualTo(COMMIT.value());
        assertThat(at("applications/pricing-api", "dev.yaml", "/spec/source/kustomize/namespace"))
                .isEqualTo("red-dev");
        assertThat(at("applications/pricing-api", "dev.yaml", "/spec/source/kustomize/images"))
                .isEqualTo("missing");
        assertThat(at("applications/pricing-api", "dev.yaml", "/spec/project")).isEqualTo("red-dev");
    }

    @Test
    void routesFromTheHubToTheClusterAndThereToTheService() {
        assertThat(at("clusters/hub/routing/pricing-api", "dev.yaml", "/spec/http/0/route/0/destination/host"))
                .isEqualTo("shared-dev.internal");
        assertThat(at("clusters/shared-dev/routing/pricing-api", "dev.yaml", "/spec/http/0/route/0/destination/host"))
                .isEqualTo("pricing-api.red-dev.svc.cluster.local");
        assertThat(at("clusters/shared-dev/routing/pricing-api", "dev.yaml", "/spec/hosts/0"))
                .isEqualTo("pricing-api.localhost");
    }

    @Test
    void routesInOneStepInTheHubItself() {
        assertThat(at("clusters/hub/routing/pricing-api", "edge.yaml", "/spec/http/0/route/0/destination/host"))
                .isEqualTo("pricing-api.red-edge.svc.cluster.local");
        assertThat(trees()).doesNotContainKey("clusters/edge/routing/pricing-api");
    }

    @Test
    void namesEveryTreeThatDeletingMustRemove() {
        assertThat(ServiceTrees.paths(definition, new ServiceName("pricing-api")))
                .containsAll(trees().keySet());
    }
}
