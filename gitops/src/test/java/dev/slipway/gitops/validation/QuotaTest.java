package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.validation.quantity.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    private static String quota(String hard) {
        return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {" + hard + "}}}";
    }

    private static List<String> lines(String hard, String... objects) {
        return new Cluster().holding(quota(hard)).holding(objects).lines();
    }

    private static String pods(String resources) {
        return Cluster.container("resources: {" + resources + "}");
    }

    @Test
    void sumsUpRequestsTimesReplicas() {
        assertThat(lines("requests.cpu: 1, limits.memory: 2Gi", pods("requests: {cpu: 500m}, limits: {memory: 1Gi}")))
                .isEmpty();
        assertThat(lines("requests.cpu: 900m", pods("requests: {cpu: 500m}")))
                .singleElement()
                .asString()
                .startsWith("ERROR quota/exceeded ResourceQuota shop/q spec.hard.requests.cpu")
                .endsWith("requests.cpu comes to 1 in this namespace: web 2 × 500m.");
    }

    @Test
    void countsPodsAndObjects() {
        assertThat(lines("pods: 1", Cluster.container("")))
                .singleElement()
                .asString()
                .contains("pods comes to 2");
        assertThat(lines("configmaps: 0", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"))
                .singleElement()
                .asString()
                .contains("configmaps comes to 1");
    }

    @Test
    void doubtsWhatAnAutoscalerMayComeTo() {
        String scaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """;

        assertThat(lines("pods: 5", Cluster.container(""), scaler))
                .singleElement()
                .asString()
                .startsWith("WARNING quota/exceeded")
                .contains("may come to 9");
    }

    @Test
    void takesInitContainersForTheMostOfOne() {
        String pods = Cluster.deployment("""
                initContainers:
                  - {name: first, image: a, resources: {requests: {cpu: 3}}}
                containers:
                  - {name: app, image: a, resources: {requests: {cpu: 1}}}
                  - {name: other, image: a, resources: {requests: {cpu: 1}}}
                """);

        assertThat(lines("requests.cpu: 6", pods)).isEmpty();
        assertThat(lines("requests.cpu: 5", pods)).singleElement().asString().contains("web 2 × 3");
    }

    @Test
    void refusesPodsThatSayNothingUnderAQuotaUnlessThereIsADefault() {
        assertThat(lines("limits.cpu: 10", Cluster.container("")))
                .singleElement()
                .asString()
                .startsWith("ERROR quota/undeclared Deployment shop/web");
        assertThat(lines("limits.cpu: 10", Cluster.container(""), """
                apiVersion: v1
                kind: LimitRange
                metadata: {name: a}
                spec: {limits: [{type: Container, default: {cpu: 1}}]}
                """)).isEmpty();
    }

    @Test
    void holdsContainersToLimitRangesAndTheirOwnLimits() {
        String range = """
                apiVersion: v1
                kind: LimitRange
                metadata: {name: a}
                spec: {limits: [{type: Container, max: {memory: 1Gi}, min: {cpu: 10m}}]}
                """;

        assertThat(Cluster.lines(range, pods("limits: {memory: 1Gi}, requests: {cpu: 10m}")))
                .isEmpty();
        assertThat(Cluster.lines(range, pods("limits: {memory: 2Gi}, requests: {cpu: 1m}")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("ERROR quota/limit-range"));
        assertThat(Cluster.lines(pods("limits: {cpu: 1}, requests: {cpu: 2}")))
                .singleElement()
                .asString()
                .startsWith("ERROR pod/resources");
        assertThat(Cluster.lines(range.replace("max:", "default: {cpu: 1}, max:"), pods("requests: {cpu: 2}")))
                .singleElement()
                .asString()
                .startsWith("ERROR quota/limit-range");
    }

    @Test
    void saysThatScopesAreNotSummedUp() {
        assertThat(
                        Cluster.lines(
                                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: 0}, scopes: [BestEffort]}}"))
                .singleElement()
                .asString()
                .startsWith("UNKNOWN quota/exceeded");
    }

    @ParameterizedTest
    @CsvSource({"500m,500m", "2,2", "1.5,1500m", "1Gi,1Gi", "1536Mi,1.5Gi", "1e3,1000", "128974848,123Mi", "1k,1000"})
    void readsQuantities(String written, String told) {
        assertThat(Quantity.parse(written).orElseThrow()).hasToString(told);
    }

    @ParameterizedTest
    @CsvSource({"1Gb", "''", "abc", "1.2.3", "Mi"})
    void knowsWhatIsNoQuantity(String written) {
        assertThat(Quantity.parse(written)).isEmpty();
    }
}
