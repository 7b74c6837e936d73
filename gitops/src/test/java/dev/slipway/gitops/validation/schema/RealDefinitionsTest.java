package dev.slipway.gitops.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what others publish, where it is at hand. */
class RealDefinitionsTest {

    private static final Optional<UpstreamSchemas> UPSTREAM = UpstreamSchemas.find();

    @BeforeAll
    static void requireThem() {
        assumeTrue(UPSTREAM.isPresent(), "skipped: no schemas");
    }

    private static List<Resource> definitions(String project) {
        return UPSTREAM.orElseThrow().definitions(project).toList();
    }

    private static List<Violation> violations(String project, String yaml) {
        Resource object = Resource.of(Objects.requireNonNull(Values.asMap(
                YamlReader.core().document("test.yaml", yaml).orElseThrow().plain())));
        Schemas schemas = new Schemas(definitions(project).stream()
                .flatMap(each -> CustomDefinition.of("", project, each).stream())
                .toList());
        return SchemaCheck.violations(schemas.find("", object).orElseThrow(), object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argo-cd",
                "crossplane",
                "gateway-api",
                "grafana-operator",
                "istio",
                "tekton-pipeline",
                "prometheus-operator",
                "provider-upjet-aws"
            })
    void areThemselvesWhatKubernetesTakes(String project) {
        Schemas kubernetes = new Schemas(List.of());

        assertThat(definitions(project))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                SchemaCheck.violations(kubernetes.find("", each).orElseThrow(), each))
                        .isEmpty());
    }

    @Test
    void takeAndRefuseARuleOfPrometheus() {
        String rule = """
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata: {name: a}
                spec: {groups: [{name: a, interval: %s, rules: [{alert: A, expr: %s, for: 5m}]}]}
                """;

        assertThat(violations("prometheus-operator", rule.formatted("30s", "up == 0")))
                .isEmpty();
        assertThat(violations("prometheus-operator", rule.formatted("often", "up == 0")))
                .singleElement()
                .satisfies(each -> assertThat(each.pointer()).isEqualTo("/spec/groups/0/interval"));
        assertThat(violations("prometheus-operator", rule.formatted("30s", "[1]")))
                .hasSize(1);
    }

    @Test
    void takeAndRefuseAClaimOfCrossplane() {
        String bucket = """
                apiVersion: s3.aws.m.upbound.io/v1beta1
                kind: Bucket
                metadata: {name: a}
                spec: {forProvider: {region: eu-central-1%s}}
                """;

        assertThat(violations("provider-upjet-aws", bucket.formatted(""))).isEmpty();
        assertThat(violations("provider-upjet-aws", bucket.formatted(", reigon: x")))
                .hasSize(1);
    }

    @Test
    void takeATaskOfTekton() {
        assertThat(violations("tekton-pipeline", """
                apiVersion: tekton.dev/v1
                kind: Task
                metadata: {name: a}
                spec: {params: [{name: a, type: string}], steps: [{name: a, image: a, script: echo}]}
                """)).isEmpty();
    }
}
