package dev.slipway.gitops.impact.reading.lifecycle;

import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.Revision;
import org.junit.jupiter.api.Test;

/** Objects that their Application takes along to another place. */
class MovesTest {

    private static Revision in(String namespace) {
        return Revision.of(SERVICE.replace("name: checkout}", "name: checkout, namespace: " + namespace + "}"))
                .application("checkout", "production", "spoke", namespace, "automated: {prune: true}");
    }

    @Test
    void objectsWithoutDataOnlySayWhereTheyGo() {
        assertThat(words(in("red-a"), in("red-b")))
                .hasSize(2)
                .contains("plain: Made anew in namespace red-b instead of red-a");
    }
}
