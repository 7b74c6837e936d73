package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseEditorTest {

    private static final String BEFORE = """
            # shop in dev
            kind: Application
            spec:
              source:
                targetRevision: aaaa
                path: deploy/overlays/dev
                kustomize:
                  namespace: red-dev
              syncPolicy:
                automated:
                  enabled: false
                  prune: true
            """;

    private static final String AFTER = """
            # shop in dev
            kind: Application
            spec:
              source:
                targetRevision: bbbb
                path: deploy/overlays/dev
                kustomize:
                  namespace: red-dev
                  images:
                    - r.local/shop@sha256:1
              syncPolicy:
                automated:
                  enabled: true
                  prune: true
            """;

    @Test
    void theFirstReleaseWritesCommitImagesAndAutomaticSync() {
        assertThat(ReleaseEditor.set("a.yaml", BEFORE, "bbbb", Map.of("r.local/shop", "sha256:1"), Map.of()))
                .isEqualTo(AFTER);
    }

    @Test
    void aLaterOneChangesCommitAndDigestAlone() {
        assertThat(ReleaseEditor.set("a.yaml", AFTER, "cccc", Map.of("r.local/shop", "sha256:2"), Map.of()))
                .isEqualTo(AFTER.replace("bbbb", "cccc").replace("sha256:1", "sha256:2"));
    }

    @Test
    void digestsOfImagesThatAreNotInItGo() {
        assertThat(ReleaseEditor.set("a.yaml", AFTER, "bbbb", Map.of("r.local/other", "sha256:2"), Map.of()))
                .isEqualTo(AFTER.replace("r.local/shop@sha256:1", "r.local/other@sha256:2"));
    }

    @Test
    void keepsTheNameThatTheManifestsUse() {
        String first = ReleaseEditor.set(
                "a.yaml", BEFORE, "bbbb", Map.of("r.local/shop", "sha256:1"), Map.of("r.local/shop", "app"));

        assertThat(first).isEqualTo(AFTER.replace("r.local/shop@sha256:1", "app=r.local/shop@sha256:1"));
        assertThat(ReleaseEditor.set("a.yaml", first, "bbbb", Map.of("r.local/shop", "sha256:2"), Map.of()))
                .isEqualTo(first.replace("sha256:1", "sha256:2"));
    }
}
