package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.GivenTrees;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastAppliedTest {

    /** As JSON with nothing in it, and the name of the annotation that holds it. */
    private static final int REST =
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a'},'data':{'a':''}}".length()
                    + "kubectl.kubernetes.io/last-applied-configuration".length();

    private static String map(int size, String annotations) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a%s}
                data: {a: %s}
                """.formatted(annotations, "x".repeat(size));
    }

    @Test
    void findsWhatDoesNotFitIntoItsAnnotation() {
        int most = 256 * 1024 - REST;

        assertThat(Cluster.lines(map(most, ""))).isEmpty();
        assertThat(Cluster.lines(map(most + 1, "")))
                .singleElement()
                .asString()
                .startsWith("ERROR sync/last-applied ConfigMap shop/a : It is ");
    }

    @Test
    void leavesWhatIsAppliedOnTheServerOrReplaced() {
        assertThat(Cluster.lines(map(
                        300_000,
                        ", annotations: {argocd.argoproj.io/sync-options: \"Prune=false, ServerSideApply=true\"}")))
                .isEmpty();
        assertThat(Cluster.lines(map(300_000, ", annotations: {argocd.argoproj.io/sync-options: Replace=true}")))
                .isEmpty();
        assertThat(byServer().holding(map(300_000, "")).lines()).isEmpty();
        assertThat(byServer()
                        .holding(
                                map(300_000, ", annotations: {argocd.argoproj.io/sync-options: ServerSideApply=false}"))
                        .lines())
                .hasSize(1);
    }

    private static Cluster byServer() {
        return new Cluster().applied("ServerSideApply=true");
    }

    @Test
    void doesNotKnowHowALoneDirectoryIsApplied() {
        ValidationReport report = new Validation()
                .validate(Subject.ofDirectory(
                        MemoryTree.ofTexts("manifests/a.yaml", map(300_000, "")),
                        "manifests",
                        new GivenTrees(Map.of()),
                        Options.none()));

        assertThat(report.objects()).isOne();
        assertThat(Cluster.lines(report)).isEmpty();
    }
}
