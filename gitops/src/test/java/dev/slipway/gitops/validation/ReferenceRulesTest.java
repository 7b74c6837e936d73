package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {

    private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a: b}}";
    private static final String SECRET =
            "{apiVersion: v1, kind: Secret, metadata: {name: login}, stringData: {user: b}}";
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
            """;
    private static final String WEB = Cluster.container("");

    private static void assertOne(List<String> lines, String... parts) {
        assertThat(lines).singleElement().asString().contains(parts);
    }

    @Test
    void takesReferencesThatLeadSomewhere() {
        String pods = Cluster.container("""
                envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: login}}]
                env:
                  - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}
                  - {name: B, valueFrom: {secretKeyRef: {name: login, key: user}}}
                  - {name: C, valueFrom: {secretKeyRef: {name: gone, key: user, optional: true}}}
                """);

        assertThat(Cluster.lines(MAP, SECRET, SERVICE, pods)).isEmpty();
    }

    @Test
    void findsAConfigMapThatIsNotThere() {
        String pods = Cluster.container("envFrom: [{configMapRef: {name: setings}}]");
        ValidationReport report = new Cluster().holding(MAP, pods).report();

        assertOne(Cluster.lines(report), "ERROR reference/config-map", "envFrom[0]", "no ConfigMap \"setings\"");
        assertThat(report.findings().getFirst().violation().next()).isEqualTo("Did you mean \"settings\"?");
    }

    @Test
    void findsAKeyThatIsNotThere() {
        assertOne(
                Cluster.lines(
                        MAP,
                        Cluster.container("env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: x}}}]")),
                "ERROR reference/config-map",
                "has no key \"x\"");
        assertOne(
                Cluster.lines(
                        SECRET,
                        Cluster.container("env: [{name: A, valueFrom: {secretKeyRef: {name: login, key: x}}}]")),
                "ERROR reference/secret",
                "has no key \"x\"");
    }

    @Test
    void cannotTellWhetherASecretIsMadeElsewhere() {
        String pods = Cluster.container("envFrom: [{secretRef: {name: outside}}]");

        assertOne(Cluster.lines(pods), "UNKNOWN reference/secret", "cannot be told");
        assertThat(Cluster.lines(pods, """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: a}
                spec: {target: {name: outside}, secretStoreRef: {name: vault, kind: ClusterSecretStore}}
                """)).isEmpty();
        assertOne(
                Cluster.lines(SECRET, Cluster.container("envFrom: [{secretRef: {name: logn}}]")),
                "WARNING reference/secret");
    }

    @Test
    void findsVolumesOfThingsThatAreNotThere() {
        String pods = Cluster.deployment("""
                containers:
                  - name: app
                    image: app
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    volumeMounts: [{name: data, mountPath: /data}, {name: other, mountPath: /other}]
                volumes:
                  - {name: data, persistentVolumeClaim: {claimName: data}}
                  - {name: map, configMap: {name: settings, items: [{key: x, path: x}]}}
                imagePullSecrets: [{name: pull}]
                serviceAccountName: robot
                """);

        assertThat(Cluster.lines(MAP, pods))
                .anyMatch(line -> line.contains("reference/volume-claim"))
                .anyMatch(line -> line.contains("reference/volume ") && line.contains("\"other\""))
                .anyMatch(line -> line.contains("reference/config-map") && line.contains("\"x\""))
                .anyMatch(line -> line.contains("reference/secret") && line.contains("\"pull\""))
                .anyMatch(line -> line.contains("reference/service-account") && line.contains("\"robot\""))
                .hasSize(5);
    }

    @Test
    void findsAServiceThatSelectsNothingOrLeadsToNoPort() {
        assertOne(Cluster.lines(SERVICE), "ERROR reference/service-selector", "app=web");
        assertOne(
                Cluster.lines(SERVICE.replace("targetPort: http", "targetPort: htp"), WEB),
                "ERROR reference/service-port",
                "\"htp\"");
        assertOne(
                Cluster.lines(SERVICE.replace("targetPort: http", "targetPort: 9090"), WEB),
                "WARNING reference/service-port");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StatefulSet | statefulset.kubernetes.io/pod-name | web-0",
                "StatefulSet | apps.kubernetes.io/pod-index | '\"0\"'",
                "Deployment | pod-template-hash | abc",
                "DaemonSet | controller-revision-hash | abc",
            })
    void knowsTheLabelsThatControllersGivePods(String kind, String label, String value) {
        String pods = WEB.replace("kind: Deployment", "kind: " + kind).replace("  replicas: 2\n", "");
        String service = SERVICE.replace("{app: web}", "{app: web, " + label + ": " + value + "}");

        assertThat(Cluster.lines(pods, service)).isEmpty();
        assertOne(
                Cluster.lines(pods, service.replace("{app: web,", "{app: wep,")),
                "ERROR reference/service-selector",
                "app=wep");
        assertOne(
                Cluster.lines(
                        pods.replace(kind, "ReplicationController")
                                .replace("apps/v1", "v1")
                                .replace("{matchLabels: {app: web}}", "{app: web}"),
                        service),
                "ERROR reference/service-selector");
    }

    @Test
    void findsAServiceOfAPodThatTheStatefulSetDoesNotHave() {
        String pods = WEB.replace("kind: Deployment", "kind: StatefulSet");
        String service = SERVICE.replace("{app: web}", "{statefulset.kubernetes.io/pod-name: %s}");

        assertThat(Cluster.lines(pods, service.formatted("web-1"))).isEmpty();
        assertOne(Cluster.lines(pods, service.formatted("api-0")), "ERROR reference/service-selector", "api-0");
        assertOne(Cluster.lines(pods, service.formatted("web-a")), "ERROR reference/service-selector", "web-a");
    }

    @Test
    void knowsTheNameThatAJobGivesItsPods() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: seed}
                spec:
                  template:
                    spec: {restartPolicy: Never, containers: [{name: a, image: a, ports: [{name: http, containerPort: 80}]}]}
                """;
        String service = SERVICE.replace("{app: web}", "{batch.kubernetes.io/job-name: %s}");

        assertThat(Cluster.lines(job, service.formatted("seed"))).isEmpty();
        assertOne(Cluster.lines(job, service.formatted("sed")), "ERROR reference/service-selector");
    }

    @Test
    void onlyWarnsWhereAnOperatorMayMakePods() {
        String database = "{apiVersion: db.example.com/v1, kind: Postgres, metadata: {name: a}}";

        assertThat(Cluster.lines(SERVICE, database)).anyMatch(line -> line.startsWith("WARNING reference/service-sel"));
    }

    @Test
    void findsRoutesToServicesThatAreNotThere() {
        String ingress = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: a}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                """;
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: a}
                spec: {rules: [{backendRefs: [{name: web, port: 80}]}]}
                """;
        String mesh = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a}
                spec: {hosts: [a], http: [{route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]}]}
                """;

        assertThat(Cluster.lines(SERVICE, WEB, ingress, route, mesh)).isEmpty();
        assertThat(Cluster.lines(ingress, route, mesh))
                .hasSize(3)
                .allMatch(line -> line.startsWith("ERROR reference/service ") && line.contains("no Service \"web\""));
        assertThat(Cluster.lines(
                        SERVICE, WEB, ingress.replace("80", "81"), route.replace("80", "81"), mesh.replace("80", "81")))
                .hasSize(3)
                .allMatch(line -> line.contains("has no port \"81\""));
    }

    @Test
    void findsPortsOfAServiceOnceEach() {
        String pods = Cluster.container("").replace("}]", "}, {name: udp, containerPort: 8080, protocol: UDP}]");
        ValidationReport report =
                new Cluster().holding(SERVICE.replace("http", "81"), pods).report();

        assertThat(report.findings().getFirst().violation().expected()).isEqualTo("one of 8080");
    }

    @Test
    void findsCertificatesThatNobodyMakes() {
        String ingress = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: a, annotations: {%s}}
                spec:
                  defaultBackend: {service: {name: web, port: {number: 80}}}
                  tls: [{hosts: [a.example], secretName: login}, {hosts: [b.example]}]
                """;
        String plain = ingress.formatted("");

        assertThat(Cluster.lines(SERVICE, WEB, SECRET, plain)).isEmpty();
        assertOne(
                Cluster.lines(SERVICE, WEB, plain),
                "UNKNOWN reference/secret Ingress",
                "spec.tls[0].secretName",
                "no Secret \"login\"");
        assertOne(
                Cluster.lines(SERVICE, WEB, SECRET, plain.replace("login", "logn")),
                "WARNING reference/secret Ingress");
        assertThat(Cluster.lines(SERVICE, WEB, ingress.formatted("cert-manager.io/cluster-issuer: main")))
                .isEmpty();
    }

    @Test
    void findsGatewaysThatAreNotThere() {
        String gateway = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: front}
                spec: {gatewayClassName: a, listeners: [{name: http, port: 80, protocol: HTTP}]}
                """;
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: a}
                spec: {parentRefs: [{name: %s}], rules: [{backendRefs: [{name: web, port: 80}]}]}
                """;
        String mesh = "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: fornt}, spec: {}}";

        assertThat(Cluster.lines(SERVICE, WEB, gateway, route.formatted("front")))
                .noneMatch(line -> line.contains("reference/gateway"));
        assertThat(Cluster.lines(SERVICE, WEB, gateway, mesh, route.formatted("fornt")))
                .anyMatch(line -> line.startsWith("ERROR reference/gateway HTTPRoute")
                        && line.contains("spec.parentRefs[0].name: There is no Gateway \"fornt\""));
        assertOne(Cluster.lines(SERVICE, WEB, route.formatted("front")), "UNKNOWN reference/gateway");
        assertThat(Cluster.lines(SERVICE, WEB, route.formatted("web, kind: Service, group: ''")))
                .isEmpty();
    }

    @Test
    void findsAnAutoscalerOfNothingAndTwoOfOne() {
        String scaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: %s}
                spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """;

        assertThat(Cluster.lines(WEB, scaler.formatted("a"))).isEmpty();
        assertOne(Cluster.lines(scaler.formatted("a")), "ERROR reference/scale-target", "no Deployment \"web\"");
        assertOne(
                Cluster.lines(WEB, scaler.formatted("a"), scaler.formatted("b")),
                "ERROR reference/scale-target",
                "as well");
    }

    @Test
    void findsABudgetThatGuardsNothingOrLetsNoneGo() {
        String budget = """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: a}
                spec: {minAvailable: %s, selector: {matchLabels: {app: %s}}}
                """;

        assertThat(Cluster.lines(WEB, budget.formatted("1", "web"))).isEmpty();
        assertOne(Cluster.lines(WEB, budget.formatted("2", "web")), "WARNING reference/disruption-budget", "no pod go");
        assertOne(Cluster.lines(WEB, budget.formatted("1", "x")), "WARNING reference/disruption-budget", "app=x");
        assertThat(Cluster.lines(WEB.replace("  replicas: 2\n", ""), budget.formatted("1", "web"), """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {minReplicas: 2, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """))
                .as("an autoscaler runs two")
                .isEmpty();
    }

    @Test
    void findsPoliciesThatSelectNothing() {
        String policy = """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a}
                spec:
                  podSelector: {matchLabels: {app: %s}}
                  ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}}]}]
                """;

        assertThat(Cluster.lines(WEB, policy.formatted("web", "shop"))).isEmpty();
        assertOne(Cluster.lines(WEB, policy.formatted("wep", "shop")), "WARNING reference/network-policy", "app=wep");
        assertOne(Cluster.lines(WEB, policy.formatted("web", "mesh")), "UNKNOWN reference/network-policy", "=mesh");
    }

    @Test
    void findsBindingsOfRolesAndAccountsThatAreNotThere() {
        String binding = """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: a}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: %s}
                subjects: [{kind: ServiceAccount, name: default}]
                """;

        assertThat(Cluster.lines(binding.formatted("ClusterRole", "view"))).isEmpty();
        assertOne(Cluster.lines(binding.formatted("Role", "reader")), "ERROR reference/role", "\"reader\"");
        assertOne(Cluster.lines(binding.formatted("ClusterRole", "reader")), "UNKNOWN reference/role");
        assertOne(
                Cluster.lines(binding.formatted("ClusterRole", "view").replace("default", "robot")),
                "UNKNOWN reference/service-account");
    }

    @Test
    void saysWhichClassesMayComeFromElsewhere() {
        String pods = Cluster.deployment("containers: []\npriorityClassName: high");

        assertThat(Cluster.lines(pods)).anyMatch(line -> line.startsWith("UNKNOWN reference/class"));
        assertThat(Cluster.lines(pods, """
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: high}
                value: 10
                """)).noneMatch(line -> line.contains("reference/class"));
    }

    @Test
    void findsSelectorsThatMissTheirOwnPodsOrTakeOthers() {
        assertOne(
                Cluster.lines(WEB.replace("labels: {app: web}", "labels: {app: wep}")),
                "ERROR selector/template",
                "app=web");
        assertThat(Cluster.lines(WEB, WEB.replace("name: web}", "name: api}")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARNING selector/template"));
    }
}
