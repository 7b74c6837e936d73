package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

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
}
