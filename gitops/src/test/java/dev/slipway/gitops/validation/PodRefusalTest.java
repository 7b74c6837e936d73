package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses of pods; each with its neighbour that it takes. */
class PodRefusalTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: seed}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: a, image: a}]
            """;

    private static final String SIDECAR = """
            containers: [{name: app, image: app}]
            initContainers: [{name: log, image: log, restartPolicy: Always, livenessProbe: {tcpSocket: {port: 1}}}]
            """;

    private static void assertRefused(String object, String rule, String words) {
        Cluster.assertOneError(Cluster.lines(object), rule, words);
    }

    /** In the container, what is taken and what is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "env: [{name: A-b.c, value: x}] | env: [{name: A=b, value: x}] | pod/environment | no name for a variable",
                "env: [{name: A, value: x}] | env: [{name: '', value: x}] | pod/environment | \"\" is no name",
                "env: [{name: A, value: '', valueFrom: {fieldRef: {fieldPath: metadata.name}}}] | env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}] | pod/environment | both a value and a valueFrom",
                "env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['app']\"}}}] | env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}] | pod/environment | cannot be \"metadata.labels\"",
                "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}] | env: [{name: A, valueFrom: {}}] | pod/environment | No source",
                "env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}] | env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}, resourceFieldRef: {resource: limits.cpu}}}] | pod/environment | both named",
                "envFrom: [{secretRef: {name: a, optional: true}}] | envFrom: [{prefix: A}] | pod/environment | No source",
                "livenessProbe: {httpGet: {port: http}} | livenessProbe: {httpGet: {port: web}} | reference/probe-port | no port \"web\"",
                "livenessProbe: {httpGet: {port: 9}} | livenessProbe: {httpGet: {port: 65536}} | pod/probes | 65536 is no port",
                "livenessProbe: {tcpSocket: {port: 9}} | livenessProbe: {tcpSocket: {port: '9'}} | pod/probes | \"9\" is no name for a port",
                "readinessProbe: {periodSeconds: 5, exec: {command: [a]}} | readinessProbe: {periodSeconds: 5} | pod/probes | not said",
                "readinessProbe: {exec: {command: [a]}} | readinessProbe: {exec: {command: []}} | pod/probes | no command",
                "readinessProbe: {tcpSocket: {port: 1}} | readinessProbe: {tcpSocket: {port: 1}, httpGet: {port: 1}} | pod/probes | httpGet and tcpSocket",
                "readinessProbe: {tcpSocket: {port: 1}, successThreshold: 2} | startupProbe: {tcpSocket: {port: 1}, successThreshold: 2} | pod/probes | the 2th time",
                "livenessProbe: {tcpSocket: {port: 1}, terminationGracePeriodSeconds: 5} | readinessProbe: {tcpSocket: {port: 1}, terminationGracePeriodSeconds: 5} | pod/probes | ends nothing",
                "livenessProbe: {tcpSocket: {port: 1}, periodSeconds: 0} | livenessProbe: {tcpSocket: {port: 1}, periodSeconds: -1} | schema/value | too small",
                "livenessProbe: {grpc: {port: 1}} | livenessProbe: {grpc: {port: 0}} | schema/value | too small",
                "lifecycle: {preStop: {sleep: {seconds: 30}}} | lifecycle: {preStop: {sleep: {seconds: 31}}} | pod/probes | killed after 30",
                "lifecycle: {postStart: {exec: {command: [a]}}} | lifecycle: {postStart: {}} | pod/probes | not said",
                "resources: {limits: {nvidia.com/gpu: 1}, requests: {nvidia.com/gpu: 1}} | resources: {requests: {nvidia.com/gpu: 1}} | pod/resources | is not shared",
                "resources: {limits: {nvidia.com/gpu: 1000m}} | resources: {limits: {nvidia.com/gpu: 1.5}} | pod/resources | not divided",
                "env: [{name: A, valueFrom: {resourceFieldRef: {resource: requests.memory}}}] | env: [{name: A, valueFrom: {resourceFieldRef: {resource: cpu}}}] | pod/environment | cannot be \"cpu\"",
                "resources: {limits: {cpu: 1}} | resources: {limits: {cpus: 1}} | pod/resources | no resource of containers",
                "resources: {requests: {cpu: 0}} | resources: {requests: {cpu: '-1'}} | pod/resources | less than nothing",
            })
    void ofAContainer(String good, String bad, String rule, String words) {
        assertThat(Cluster.lines(Cluster.container(good)))
                .filteredOn(each -> each.startsWith("ERROR"))
                .isEmpty();
        assertRefused(Cluster.container(bad), rule, words);
    }

    /** In the pods' spec, beside one container. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restartPolicy: Always | restartPolicy: OnFailure | pod/restart-policy | always restart, not \"OnFailure\"",
                "terminationGracePeriodSeconds: 5 | activeDeadlineSeconds: 5 | pod/restart-policy | no deadline",
                "initContainers: [{name: b, image: b}] | initContainers: [{name: a, image: b}] | pod/containers | name of another container",
                "initContainers: [{name: b, image: b}] | initContainers: [{name: b, image: b, readinessProbe: {tcpSocket: {port: 1}}}] | pod/containers | runs to its end",
                "initContainers: [{name: b, image: b, restartPolicy: Always, readinessProbe: {tcpSocket: {port: 1}}}] | initContainers: [{name: b, restartPolicy: Always}] | pod/containers | has no image",
                "volumes: [{name: data, emptyDir: {}}] | volumes: [{name: my_data, emptyDir: {}}] | pod/volumes | no name for a volume",
                "volumes: [{name: data}] | volumes: [{name: data, emptyDir: {}, hostPath: {path: /x}}] | pod/volumes | emptyDir and hostPath",
                "volumes: [{name: data, emptyDir: {}, hostPath: null}] | volumes: [{name: data, secret: {secretName: a, optional: true, items: [{key: a, path: ../a}]}}] | pod/volumes | leads out",
                "volumes: [{name: data, secret: {secretName: a, optional: true, defaultMode: 0o644}}] | volumes: [{name: data, secret: {secretName: a, optional: true, defaultMode: 644}}] | schema/value | 644 is too large",
                "tolerations: [{key: a, operator: Exists}] | tolerations: [{key: a, operator: Exists, value: b}] | pod/scheduling | not looked at",
                "tolerations: [{operator: Exists}] | tolerations: [{effect: NoSchedule}] | pod/scheduling | which taint",
                "tolerations: [{key: a, value: b, effect: NoExecute, tolerationSeconds: 5}] | tolerations: [{key: a, value: b, effect: NoSchedule, tolerationSeconds: 5}] | pod/scheduling | for a time",
                "hostname: web | hostname: web.shop | pod/scheduling | no hostname",
                "nodeSelector: {example.com/zone: a} | nodeSelector: {example.com/zone: a b} | pod/scheduling | No node",
                "dnsPolicy: None\\ndnsConfig: {nameservers: [10.0.0.1]} | dnsPolicy: None | pod/scheduling | Whom the pods ask",
                "volumes: [{name: data, hostPath: {path: /a/..b}}] | volumes: [{name: data, hostPath: {path: /a/../b}}] | pod/volumes | goes back",
                "hostAliases: [{ip: '::1', hostnames: [a]}] | hostAliases: [{ip: 999.1.1.1, hostnames: [a]}] | pod/scheduling | no address",
                "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}}} | affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}} | pod/scheduling | not said",
                "topologySpreadConstraints: [{maxSkew: 1, minDomains: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}] | topologySpreadConstraints: [{maxSkew: 1, minDomains: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}] | pod/scheduling | number of domains",
                "securityContext: {runAsUser: 0} | securityContext: {runAsUser: -1} | schema/value | too small",
            })
    void ofPods(String good, String bad, String rule, String words) {
        assertThat(Cluster.lines(pods(good))).isEmpty();
        assertRefused(pods(bad), rule, words);
    }

    private static String pods(String more) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                """ + ("containers: [{name: a, image: a}]\n" + more.replace("\\n", "\n")).indent(6);
    }

    /** Containers of the pods. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: web-1, image: a} | {name: Web, image: a} | pod/containers | no name for a container",
                "{name: a, image: a} | {name: '', image: a} | pod/containers | \"\" is no name",
                "{name: a, image: a} | {name: a} | pod/containers | has no image",
                "{name: a, image: 'nginx:latest'} | {name: a, image: 'nginx: latest'} | pod/image | is no image",
                "{name: a, image: 'Registry/up:1'} | {name: a, image: 'Registry/UP:1'} | pod/image | is no image",
                "{name: a, image: 'ghcr.io:443/a/b__c.d:1@sha256:aa'} | {name: a, image: 'https://ghcr.io/a:1'} | pod/image | is no image",
                "{name: a, image: 'a:V_1.2-x'} | {name: a, image: 'a:1+2'} | pod/image | is no image",
                "{name: a, image: 'localhost/a'} | {name: a, image: ' a'} | pod/image | is no image",
                "{name: a, image: a, ports: [{name: http-alt-8080, containerPort: 1}]} | {name: a, image: a, ports: [{name: http-management, containerPort: 1}, {name: a_b, containerPort: 2}]} | pod/ports | \"a_b\" is no name",
                "{name: a, image: a, ports: [{name: x1, containerPort: 1}]} | {name: a, image: a, ports: [{name: '1', containerPort: 1}]} | pod/ports | \"1\" is no name",
                "{name: a, image: a, ports: [{name: a-b, containerPort: 1}]} | {name: a, image: a, ports: [{name: a--b, containerPort: 1}]} | pod/ports | \"a--b\"",
                "{name: a, image: a, ports: [{name: x, containerPort: 1}, {name: y, containerPort: 2}]} | {name: a, image: a, ports: [{name: x, containerPort: 1}, {name: x, containerPort: 2}]} | pod/ports | name of another port",
                "{name: a, image: a, ports: [{containerPort: 65535}]} | {name: a, image: a, ports: [{containerPort: 65536}]} | schema/value | too large",
                "{name: a, image: a, ports: [{containerPort: 1, hostPort: 1}, {containerPort: 2, hostPort: 2}]} | {name: a, image: a, ports: [{containerPort: 1, hostPort: 1}, {containerPort: 2, hostPort: 1}]} | pod/ports | taken by another",
                "{name: a, image: a, securityContext: {privileged: true}} | {name: a, image: a, securityContext: {privileged: true, allowPrivilegeEscalation: false}} | pod/containers | may not gain",
            })
    void ofContainers(String good, String bad, String rule, String words) {
        assertThat(Cluster.lines(JOB.replace("{name: a, image: a}", good))).isEmpty();
        assertRefused(JOB.replace("{name: a, image: a}", bad), rule, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: data, mountPath: /data, subPath: a/b} | {name: data, mountPath: /data, subPath: /a} | leads out",
                "{name: data, mountPath: /data, subPath: a..b} | {name: data, mountPath: /data, subPath: a/../..} | leads out",
                "{name: data, mountPath: /data} | {name: data, mountPath: ''} | not said",
                "{name: data, mountPath: /data, subPathExpr: a} | {name: data, mountPath: /data, subPath: a, subPathExpr: a} | a subPath as well",
            })
    void ofMounts(String good, String bad, String words) {
        String job = JOB + "      volumes: [{name: data, emptyDir: {}}]\n";

        assertThat(Cluster.lines(job.replace("image: a}", "image: a, volumeMounts: [" + good + "]}")))
                .isEmpty();
        assertRefused(job.replace("image: a}", "image: a, volumeMounts: [" + bad + "]}"), "pod/volumes", words);
    }

    @Test
    void ofAPortInTheNetworkOfTheHost() {
        String job = JOB.replace("image: a}", "image: a, ports: [{containerPort: 80, hostPort: 80}]}")
                + "      hostNetwork: true\n";

        assertThat(Cluster.lines(job)).isEmpty();
        assertRefused(job.replace("hostPort: 80", "hostPort: 81"), "pod/ports", "cannot be 81 outside");
        assertThat(Cluster.lines(job.replace("hostPort: 80", "hostPort: 81").replace("hostNetwork: true", "")))
                .isEmpty();
    }

    @Test
    void ofAJobWhosePodsRestartAlways() {
        assertThat(Cluster.lines(JOB)).isEmpty();
        assertThat(Cluster.lines(JOB.replace("Never", "OnFailure"))).isEmpty();
        assertRefused(JOB.replace("Never", "Always"), "pod/restart-policy", "cannot restart always");
        assertRefused(
                JOB.replace("      restartPolicy: Never\n", ""),
                "pod/restart-policy Job shop/seed spec.template.spec.restartPolicy",
                "Without a restartPolicy");
        assertRefused(JOB.replace("Never", "Sometimes"), "schema/value", "Sometimes");
    }

    @Test
    void ofPodsWithoutContainers() {
        assertRefused(JOB.replace("[{name: a, image: a}]", "[]"), "pod/containers", "There is no container");
    }

    @Test
    void takesSidecarsWithProbes() {
        assertThat(Cluster.lines(Cluster.deployment(SIDECAR))).isEmpty();
    }
}
