package dev.slipway.delivery.local;

import dev.slipway.delivery.objects.Json;
import dev.slipway.kustomize.Resource;
import java.util.Map;
import java.util.stream.Collectors;

/** Manifests of a shop. */
final class TestManifests {

    private TestManifests() {}

    static Resource resource(String json) {
        return Resource.of(Json.read(json.replace('\'', '"')).content());
    }

    static Resource deployment(String image, int replicas, Map<String, String> environment) {
        return deployment(image, replicas, environment, "");
    }

    /** @param more further fields of the container */
    static Resource deployment(String image, int replicas, Map<String, String> environment, String more) {
        String variables = environment.entrySet().stream()
                .map(each -> "{'name': '" + each.getKey() + "', 'value': '" + each.getValue() + "'}")
                .collect(Collectors.joining(", "));
        return resource("""
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'shop'},
                 'spec': {'replicas': %d, 'selector': {'matchLabels': {'app': 'shop'}},
                  'strategy': {'type': 'RollingUpdate', 'rollingUpdate': {'maxSurge': 1, 'maxUnavailable': 0}},
                  'progressDeadlineSeconds': 30,
                  'template': {'metadata': {'labels': {'app': 'shop'}}, 'spec': {'terminationGracePeriodSeconds': 5, 'containers': [
                   {'name': 'app', 'image': '%s', 'ports': [{'name': 'http', 'containerPort': 8080}],
                    'readinessProbe': {'httpGet': {'path': '/ready', 'port': 'http'}, 'periodSeconds': 1, 'failureThreshold': 2},
                    'resources': {'requests': {'cpu': '100m', 'memory': '64Mi'}},
                    'env': [%s] %s}]}}}}
                """.formatted(replicas, image, variables, more));
    }

    /** One that is given up after two seconds without progress. */
    static Resource impatient(Resource deployment) {
        return resource(Json.write(deployment.content())
                .replace("\"progressDeadlineSeconds\":30", "\"progressDeadlineSeconds\":2"));
    }

    /** @param more further fields of the pod template's spec */
    static Resource inPod(Resource deployment, String more) {
        String grace = "\"terminationGracePeriodSeconds\":5";
        return resource(Json.write(deployment.content()).replace(grace, grace + ", " + more));
    }

    static Resource service() {
        return resource("""
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'shop'},
                 'spec': {'selector': {'app': 'shop'}, 'ports': [{'port': 80, 'targetPort': 'http'}]}}
                """);
    }

    static Resource job(String name, int exitCode, boolean hook) {
        String annotations = hook ? ", 'annotations': {'argocd.argoproj.io/hook': 'PostSync'}" : "";
        return resource("""
                {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': '%s' %s},
                 'spec': {'backoffLimit': 0, 'template': {'spec': {'restartPolicy': 'Never', 'containers': [
                  {'name': 'job', 'image': '%s', 'env': [{'name': 'MODE', 'value': 'job'}, {'name': 'CODE', 'value': '%d'}]}]}}}}
                """.formatted(name, annotations, TestImages.reference(1), exitCode));
    }

    static Resource simple(String kind, String name, String more) {
        return resource(
                "{'apiVersion': 'v1', 'kind': '" + kind + "', 'metadata': {'name': '" + name + "'} " + more + "}");
    }
}
