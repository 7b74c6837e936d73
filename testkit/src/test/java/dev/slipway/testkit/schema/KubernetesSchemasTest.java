package dev.slipway.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.documents.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubernetesSchemasTest {

    private static final Optional<KubernetesSchemas> SCHEMAS =
            KubernetesSchemas.below(Path.of("..", "..", "shared", "data"));

    @Test
    void takesAnApplicationAndAService() {
        assertThat(problems("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: pricing-api-dev, namespace: argocd}
                spec:
                  project: red-dev
                  source:
                    repoURL: http://slipway.localhost:7070/git/acme/pricing-api.git
                    targetRevision: a123456789012345678901234567890123456789
                    path: deploy/overlays/dev
                    kustomize: {namespace: red-dev, images: ["app=registry.localhost/acme/pricing-api@sha256:0"]}
                  destination: {name: shared-dev, namespace: red-dev}
                  syncPolicy: {automated: {enabled: true, prune: true}}
                """)).isEmpty();
        assertThat(problems("""
                apiVersion: v1
                kind: Service
                metadata: {name: pricing-api}
                spec: {ports: [{name: http, port: 80, targetPort: http}]}
                """)).isEmpty();
    }

    @Test
    void findsAFieldThatIsNotThere() {
        assertThat(problems("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a}
                spec: {replica: 2, selector: {}, template: {}}
                """)).singleElement().asString().contains("replica");
        assertThat(problems("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a}
                spec: {host: [a.localhost]}
                """)).singleElement().asString().contains("host");
    }

    @Test
    void knowsNoSchemaOfAnUnknownKind() {
        assertThat(problems("{apiVersion: example.com/v1, kind: Thing}"))
                .containsExactly("There is no schema for example.com/v1/Thing.");
    }

    @SuppressWarnings("unchecked")
    private static List<String> problems(String yaml) {
        assumeTrue(SCHEMAS.isPresent(), "skipped: no schemas");
        Object plain =
                YamlReader.core().document("test.yaml", yaml).orElseThrow().plain();
        return SCHEMAS.orElseThrow().problems((Map<String, ?>) plain);
    }
}
