package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiVersionsTest {

    private static final String CRON_JOB =
            "{apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: a}, spec: {schedule: '* * * * *'}}";

    private static List<String> at(String version, String object) {
        KubernetesVersion kubernetes = KubernetesVersion.parse(version).orElseThrow();
        return Cluster.lines(new Cluster().holding(object).report(new Options(MemoryTree.ofTexts(), kubernetes)));
    }

    @Test
    void refusesWhatTheClusterServesNoMore() {
        assertThat(at("1.33", CRON_JOB))
                .singleElement()
                .asString()
                .startsWith("ERROR api/removed")
                .contains("gone since Kubernetes 1.25; this cluster has 1.33");
    }

    @Test
    void asksForNoDefinitionOfAGroupThatIsGone() {
        String ingress = "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: a}, spec: {}}";

        assertThat(at("1.33", ingress)).singleElement().asString().startsWith("ERROR api/removed");
        assertThat(at("1.33", ingress.replace("extensions", "example.com")))
                .singleElement()
                .asString()
                .startsWith("UNKNOWN schema/missing");
    }

    @Test
    void warnsOfWhatIsOnItsWayOut() {
        assertThat(at("1.22", CRON_JOB)).anyMatch(line -> line.startsWith("WARNING api/deprecated"));
        assertThat(at("1.20", CRON_JOB)).noneMatch(line -> line.contains("api/"));
    }

    @Test
    void takesTheVersionOfEachClusterFromTheDefinition() {
        Cluster cluster = new Cluster()
                .with("platform.yaml", "kind: Platform\nspec: {clusters: [{name: here, kubernetes: \"1.24\"}]}\n")
                .holding(CRON_JOB);

        assertThat(cluster.lines()).anyMatch(line -> line.startsWith("WARNING api/deprecated"));
    }

    @Test
    void saysThatItDoesNotKnowWhatIsNewerThanItsSchemas() {
        assertThat(unchecked(KubernetesVersion.NEWEST)).isEmpty();
        assertThat(unchecked(new KubernetesVersion(1, 99)))
                .containsExactly("what changed in Kubernetes 1.99: the newest that is known here is "
                        + KubernetesVersion.NEWEST);
    }

    private static List<String> unchecked(KubernetesVersion version) {
        return new Cluster()
                .holding("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")
                .report(new Options(MemoryTree.ofTexts(), version))
                .unchecked();
    }

    @Test
    void readsVersionsAsPeopleWriteThem() {
        assertThat(KubernetesVersion.parse("v1.33.4")).contains(new KubernetesVersion(1, 33));
        assertThat(KubernetesVersion.parse("latest")).isEmpty();
    }
}
