package dev.slipway.services.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinalizersTest {

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: pricing-api-dev   # in dev
              namespace: argocd
            spec: {}
            """;

    @Test
    void addsTheFinalizerAndTouchesNothingElse() {
        assertThat(Finalizers.add("dev.yaml", APPLICATION)).isEqualTo(APPLICATION.replace("metadata:\n", """
                        metadata:
                          finalizers:
                            - resources-finalizer.argocd.argoproj.io
                        """));
    }

    @Test
    void leavesAnApplicationThatHasOne() {
        String marked = Finalizers.add("dev.yaml", APPLICATION);

        assertThat(Finalizers.add("dev.yaml", marked)).isEqualTo(marked);
    }

    @Test
    void leavesOtherKinds() {
        String project = APPLICATION.replace("kind: Application", "kind: AppProject");

        assertThat(Finalizers.add("dev.yaml", project)).isEqualTo(project);
    }
}
