package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";

    @Test
    void findsAnObjectThatStandsTwice() {
        assertThat(Cluster.lines(MAP, MAP)).singleElement().asString().startsWith("ERROR ownership/duplicate");
        assertThat(Cluster.lines(MAP, MAP.replace("name: a", "name: b"))).isEmpty();
    }

    @Test
    void findsAnObjectThatTwoApplicationsHold() {
        Cluster cluster = new Cluster()
                .with("all/more.yaml", Cluster.application("more", "more"))
                .with("more/a.yaml", MAP)
                .holding(MAP);

        assertThat(cluster.lines())
                .singleElement()
                .asString()
                .startsWith("ERROR ownership/two-applications")
                .contains("\"all\"", "\"more\"");
        assertThat(cluster.with("more/a.yaml", MAP.replace("name: a", "name: a, namespace: other"))
                        .lines())
                .isEmpty();
    }

    @Test
    void tellsTheApplicationsOfOneNameApart() {
        String shop = Cluster.application("shop", "m");
        String own = shop.replace("name: here", "name: in-cluster");

        assertThat(lines(own, own, MAP)).isEmpty();
        assertThat(lines(own, own, MAP + "\n---\n" + MAP))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).startsWith("ERROR ownership/duplicate"));
        assertThat(lines(shop, shop, MAP))
                .singleElement()
                .asString()
                .startsWith("ERROR ownership/two-applications")
                .contains("\"shop (clusters/a/shop.yaml)\" and \"shop (clusters/b/shop.yaml)\"");
        assertThat(lines(
                        shop.replace("namespace: argocd", "namespace: x"),
                        shop.replace("namespace: argocd", "namespace: y"),
                        MAP))
                .singleElement()
                .asString()
                .contains("\"x/shop\" and \"y/shop\"");
    }

    @Test
    void tellsObjectsApartThatGetTheirNamesWhenTheyAreCreated() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {generateName: migrate-}
                spec:
                  template:
                    spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}
                """;
        Cluster two = new Cluster()
                .with("all/more.yaml", Cluster.application("more", "more"))
                .with("more/a.yaml", job)
                .holding(job, job);

        assertThat(two.lines()).noneMatch(each -> each.contains("ownership/") || each.contains("schema/name"));
        assertThat(two.with("more/a.yaml", job.replace("migrate-", "Migrate-")).lines())
                .filteredOn(each -> each.startsWith("ERROR"))
                .singleElement()
                .asString()
                .contains("Job shop/Migrate-* metadata.generateName", "\"Migrate-xxxxx\" is no name for a Job");
    }

    private static List<String> lines(String one, String other, String manifests) {
        MemoryTree tree =
                MemoryTree.ofTexts("clusters/a/shop.yaml", one, "clusters/b/shop.yaml", other, "m/all.yaml", manifests);
        return Cluster.lines(new Validation().validate(Subject.of(Checkout.read(tree, Map.of())), Options.none()))
                .stream()
                .filter(each -> each.startsWith("ERROR"))
                .toList();
    }
}
