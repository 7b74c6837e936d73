package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Versions of custom resources. */
class DefinitionsTest {

    @Test
    void aDefinitionThatServesAVersionNoMoreBreaksWhoUsesIt() {
        String both = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.acme.example}
                spec:
                  versions:
                    - {name: v1, served: true, storage: true}
                    - {name: v1beta1, served: true, storage: false}
                """;
        String one = both.replace("    - {name: v1beta1, served: true, storage: false}\n", "");
        String unserved = both.replace("v1beta1, served: true", "v1beta1, served: false");

        assertThat(words(both, one))
                .containsExactly("breaks: CustomResourceDefinition \"widgets.acme.example\" serves v1beta1 no more:"
                        + " clients, and manifests in Git, that use it are refused. The sync will fail as long as objects"
                        + " are stored as v1beta1 (status.storedVersions); migrate them first");
        assertThat(words(both, unserved))
                .containsExactly("breaks: CustomResourceDefinition \"widgets.acme.example\" serves v1beta1 no more:"
                        + " clients, and manifests in Git, that use it are refused");
        assertThat(words(unserved, both)).noneMatch(each -> each.contains("no more"));
        assertThat(words(one, both)).noneMatch(each -> each.contains("no more"));
        means(unserved, one, PLAIN, "Changes spec.versions");
    }
}
