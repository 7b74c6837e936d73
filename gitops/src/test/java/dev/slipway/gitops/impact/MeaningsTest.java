package dev.slipway.gitops.impact;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SECRET;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static dev.slipway.gitops.impact.meaning.Severity.PLAIN;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differences mean, one by one. */
class MeaningsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkout:1.0 | checkout:1.1 | NOTABLE | Image of app: r.local/checkout:1.0 → r.local/checkout:1.1",
                "checkout:1.0 | checkout:latest | RISKY | can change without a commit",
                "replicas: 3 | replicas: 5 | NOTABLE | Replicas: 3 → 5",
                "replicas: 3 | replicas: 1 | RISKY | nothing answers while",
                "replicas: 3 | replicas: 0 | BREAKS | nothing runs any more",
                "value: info | value: debug | NOTABLE | Variable LOG_LEVEL of app: info → debug",
                "name: LOG_LEVEL | name: LEVEL | RISKY | Variable LOG_LEVEL of app removed (was info)",
                "name: LOG_LEVEL | name: LEVEL | NOTABLE | New variable LEVEL of app: info",
                "512Mi | 256Mi | RISKY | Memory limit of app: 512Mi → 256Mi; a container that needs more is killed",
                "512Mi | 1Gi | NOTABLE | Memory limit of app: 512Mi → 1Gi",
                "cpu: 100m | cpu: 200m | NOTABLE | Cpu request of app: 100m → 200m",
                "/ready | /healthy | NOTABLE | Readiness probe of app changed",
                "readinessProbe | livenessProbe | RISKY | Readiness probe of app removed",
                "readinessProbe | livenessProbe | NOTABLE | Liveness probe of app added",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | RISKY | Weaker security of app",
                "runAsNonRoot: true | runAsNonRoot: false | RISKY | Weaker security of the pods: runAsNonRoot true → false",
                "'drop: [ALL]' | 'drop: []' | RISKY | Weaker security of app: capabilities.drop ALL → none",
                "containerPort: 8080 | containerPort: 9090 | NOTABLE | Port 9090 of app added",
                "--verbose | --quiet | NOTABLE | Arguments of app changed",
                "mountPath: /data | mountPath: /var | RISKY | Mount /data of app removed",
                "RollingUpdate | Recreate | RISKY | all pods are stopped before",
                "serviceAccountName: checkout | serviceAccountName: admin | RISKY | Service account: checkout → admin",
                "'emptyDir: {}' | 'emptyDir: {medium: Memory}' | NOTABLE | Volume data changed",
                "matchLabels: {app: checkout} | matchLabels: {app: other} | BREAKS | The sync will fail: spec.selector.matchLabels.app of an existing Deployment",
                "matchLabels: {app: checkout} | matchLabels: {app: other} | BREAKS | does not match the labels of its own pods",
            })
    void whatAFieldOfADeploymentMeans(String before, String after, Severity severity, String words) {
        means(DEPLOYMENT, DEPLOYMENT.replace(before, after), severity, words);
    }

    @Test
    void aVariableWithAnotherSourceHasChanged() {
        String referred =
                DEPLOYMENT.replace("value: info}", "valueFrom: {configMapKeyRef: {name: settings, key: level}}}");

        assertThat(words(DEPLOYMENT, referred))
                .containsExactly("notable: Variable LOG_LEVEL of app: info → key level of ConfigMap \"settings\"");
        assertThat(words(referred, referred.replace("key: level", "key: depth")))
                .containsExactly("notable: Variable LOG_LEVEL of app: key level of ConfigMap \"settings\""
                        + " → key depth of ConfigMap \"settings\"");
    }

    @Test
    void saysThatAKeyOfASecretComesFromElsewhere() {
        String external = """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: fetched}
                spec:
                  secretStoreRef: {name: vault, kind: ClusterSecretStore}
                  target: {name: tls}
                  data:
                    - {secretKey: tls.key, remoteRef: {key: a, property: b}}
                    - {secretKey: tls.crt, remoteRef: {key: a, property: d}}
                """;

        assertThat(words(
                        external, external.replace("property: b", "property: c").replace("vault", "aws")))
                .containsExactlyInAnyOrder(
                        "notable: Secret \"tls\" comes from elsewhere: store name vault → aws",
                        "notable: Key tls.key of Secret \"tls\" comes from elsewhere: property b → c");
        means(external, external.replace("secretKey: tls.key", "secretKey: key"), RISKY, "Secret key tls.key removed");
    }

    @Test
    void shortensDigests() {
        String pinned = DEPLOYMENT.replace("checkout:1.0", "checkout@sha256:" + "a".repeat(64));

        means(DEPLOYMENT, pinned, NOTABLE, "→ r.local/checkout@sha256:aaaaaaaa");
        assertThat(words(DEPLOYMENT, pinned).toString()).doesNotContain("a".repeat(9));
    }

    @Test
    void namesTheAutoscalerThatReplicasInGitUndo() {
        String autoscaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: load}
                spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: checkout}}
                """;

        means(
                all(DEPLOYMENT, autoscaler),
                all(DEPLOYMENT.replace("replicas: 3", "replicas: 5"), autoscaler),
                RISKY,
                "HorizontalPodAutoscaler \"load\" decides it too");
        means(autoscaler, autoscaler.replace("9", "4"), RISKY, "Autoscaler, maxReplicas: 9 → 4");
    }

    @Test
    void tellsOfAServiceThatLosesItsPods() {
        means(
                all(DEPLOYMENT, SERVICE),
                all(DEPLOYMENT.replace("app: checkout", "app: till"), SERVICE),
                BREAKS,
                "Service \"checkout\" leads to no pods any more");
        means(
                all(DEPLOYMENT, SERVICE),
                all(DEPLOYMENT, SERVICE.replace("app: checkout", "app: till")),
                BREAKS,
                "it led to Deployment \"checkout\"");
    }

    @Test
    void aServiceWhosePodsComeFromAnotherDeploymentLosesNone() {
        String other = DEPLOYMENT.replace("name: checkout}", "name: second}");

        assertThat(words(all(DEPLOYMENT, SERVICE), all(other, SERVICE)).toString())
                .doesNotContain("leads to no pods");
    }

    @Test
    void aServiceOfOnePodOfAStatefulSetLosesNone() {
        String pods = DEPLOYMENT.replace("kind: Deployment", "kind: StatefulSet");
        String first =
                SERVICE.replace("app: checkout}", "app: checkout, statefulset.kubernetes.io/pod-name: checkout-0}");

        assertThat(words(all(pods, SERVICE), all(pods, first)).toString()).doesNotContain("leads to no pods");
        means(all(pods, SERVICE), all(pods, first.replace("checkout-0", "till-0")), BREAKS, "leads to no pods");
        means(all(pods, first), all(pods.replace("app: checkout", "app: till"), first), BREAKS, "leads to no pods");
    }

    @Test
    void aServicesPortsBreakWhoCallsThem() {
        means(SERVICE, SERVICE.replace("port: 80,", "port: 81,"), BREAKS, "Service port 80 removed");
        means(SERVICE, SERVICE.replace("8080", "9090"), NOTABLE, "Service port 80 changed");
    }

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

    @Test
    void namesHostsThatAreNotAnsweredAnyMore() {
        String route = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: checkout}
                spec: {hosts: [checkout.example], http: [{route: [{destination: {host: checkout}}]}]}
                """;

        means(route, route.replace("checkout.example", "till.example"), BREAKS, "Does not answer for checkout.example");
        means(route, route.replace("checkout.example", "till.example"), NOTABLE, "Answers for till.example");
        means(route, route.replace("host: checkout}", "host: till}"), NOTABLE, "Routing changes: http[0].route[0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1 | Namespace | BREAKS | everything in it is deleted",
                "apiextensions.k8s.io/v1 | CustomResourceDefinition | BREAKS | all objects of this kind are deleted",
                "v1 | PersistentVolumeClaim | BREAKS | its data is deleted",
                "policy/v1 | PodDisruptionBudget | RISKY | evicted at once",
                "networking.k8s.io/v1 | NetworkPolicy | RISKY | traffic is admitted",
                "autoscaling/v2 | HorizontalPodAutoscaler | RISKY | follows the load no more",
                "gateway.networking.k8s.io/v1 | GRPCRoute | BREAKS | its routes are gone",
                "gateway.networking.k8s.io/v1 | TCPRoute | BREAKS | its routes are gone",
                "snapshot.storage.k8s.io/v1 | VolumeSnapshot | BREAKS | the backup is deleted unless its class retains it",
                "scheduling.k8s.io/v1 | PriorityClass | PLAIN | PriorityClass \"thing\" removed",
                "acme.example/v1 | Database | RISKY | may be deleted with it",
                "v1 | ConfigMap | PLAIN | ConfigMap \"thing\" removed",
            })
    void whatIsLostWithAnObject(String apiVersion, String kind, Severity severity, String words) {
        String gone = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);

        means(all(SERVICE, gone), SERVICE, severity, words);
    }

    @Test
    void aConfigMapThatPodsStillNeedIsMissed() {
        means(all(DEPLOYMENT, SETTINGS), DEPLOYMENT, BREAKS, "Deployment \"checkout\" still needs it");
    }

    @Test
    void aPriorityClassThatPodsStillNameIsMissed() {
        String high = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1\n";
        String urgent = DEPLOYMENT.replace("serviceAccountName:", "priorityClassName: high\n      serviceAccountName:");

        means(
                all(urgent, high),
                urgent,
                BREAKS,
                "PriorityClass \"high\" removed: Deployment \"checkout\" still names it: new pods are refused");
    }

    @Test
    void saysWhatStaysLiveBecauseNothingIsPruned() {
        Revision before = Revision.empty().service("a", "dev", "automated: {}", all(SERVICE, SETTINGS));
        Revision after = Revision.empty().service("a", "dev", "automated: {}", SERVICE);

        assertThat(before.to(after)
                        .environments()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .headline())
                .isEqualTo(
                        "ConfigMap \"settings\" is removed from Git and stays live: Application \"a-dev\" does not prune");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1 | StatefulSet | 'spec: {serviceName: a}' | 'spec: {serviceName: b}' | spec.serviceName",
                "batch/v1 | Job | 'spec: {template: {spec: {containers: [{name: a, image: x:1}]}}}' | 'spec: {template: {spec: {containers: [{name: a, image: x:2}]}}}' | image",
                "v1 | Service | 'spec: {clusterIP: None}' | 'spec: {clusterIP: 10.0.0.1}' | spec.clusterIP",
                "v1 | Service | 'spec: {type: LoadBalancer, loadBalancerClass: a}' | 'spec: {type: LoadBalancer, loadBalancerClass: b}' | spec.loadBalancerClass",
                "v1 | Service | 'spec: {type: LoadBalancer}' | 'spec: {type: LoadBalancer, loadBalancerClass: b}' | spec.loadBalancerClass",
                "v1 | Service | 'spec: {ipFamilies: [IPv4]}' | 'spec: {ipFamilies: [IPv6]}' | spec.ipFamilies",
                "v1 | Service | 'spec: {ipFamilies: [IPv4, IPv6]}' | 'spec: {ipFamilies: [IPv6, IPv4]}' | spec.ipFamilies",
                "v1 | PersistentVolumeClaim | 'spec: {resources: {requests: {storage: 2Gi}}}' | 'spec: {resources: {requests: {storage: 1Gi}}}' | spec.resources.requests.storage",
                "rbac.authorization.k8s.io/v1 | RoleBinding | 'roleRef: {name: a}' | 'roleRef: {name: b}' | roleRef.name",
                "storage.k8s.io/v1 | StorageClass | 'provisioner: a' | 'provisioner: b' | provisioner",
                "v1 | ConfigMap | '{immutable: true, data: {a: b}}' | '{immutable: true, data: {a: c}}' | data.a",
                "v1 | Secret | 'type: a' | 'type: b' | type",
            })
    void saysThatTheSyncWillFail(String apiVersion, String kind, String before, String after, String field) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);
        String one = head + before.replaceAll("^\\{(immutable.*), (data.*)}$", "$1\n$2");
        String other = head + after.replaceAll("^\\{(immutable.*), (data.*)}$", "$1\n$2");

        assertThat(words(one, other))
                .anySatisfy(each -> assertThat(each)
                        .startsWith("breaks: The sync will fail: ")
                        .contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: LoadBalancer, loadBalancerClass: a | type: ClusterIP",
                "type: ClusterIP | type: LoadBalancer, loadBalancerClass: a",
                "ipFamilies: [IPv4] | ipFamilies: [IPv4, IPv6]",
                "clusterIP: None, ipFamilies: [IPv4] | clusterIP: None, ipFamilies: [IPv6]",
                "type: ClusterIP | ipFamilies: [IPv6]",
            })
    void aServiceMayChangeOtherwise(String before, String after) {
        String head = "apiVersion: v1\nkind: Service\nmetadata: {name: thing}\nspec: {%s}\n";

        assertThat(words(head.formatted(before), head.formatted(after))).noneMatch(each -> each.contains("will fail"));
    }

    @Test
    void aClaimMayGrow() {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {resources: {requests: {storage: 1Gi}}}
                """;

        assertThat(words(claim, claim.replace("1Gi", "2Gi"))).noneMatch(each -> each.contains("will fail"));
    }

    @Test
    void aHookIsMadeAnewAndDoesNotFail() {
        String hook = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate, annotations: {argocd.argoproj.io/hook: PreSync}}
                spec: {template: {spec: {containers: [{name: a, image: x:1}]}}}
                """;

        assertThat(words(hook, hook.replace("x:1", "x:2"))).containsExactly("notable: Image of a: x:1 → x:2");
    }

    @Test
    void whatBecomesAHookIsMadeAnewAtEachSync() {
        String hook =
                DEPLOYMENT.replace("checkout}\nspec", "checkout, annotations: {argocd.argoproj.io/hook: Sync}}\nspec");
        String once = hook.replace("hook: Sync", "hook: Sync, argocd.argoproj.io/hook-delete-policy: HookSucceeded");
        String job = DEPLOYMENT.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job");

        assertThat(words(DEPLOYMENT, hook))
                .containsExactly("breaks: Deployment \"checkout\" becomes a hook: it is deleted and made anew at each"
                        + " sync, and its pods with it");
        means(DEPLOYMENT, once, BREAKS, "it is deleted at each sync (HookSucceeded), and its pods with it");
        means(job, hook.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job"), NOTABLE, "each sync");
        means(hook, DEPLOYMENT, NOTABLE, "is no hook any more");
    }

    @Test
    void saysThatNoPodTakesOverWhatIsHeldBack() {
        String paused = DEPLOYMENT.replace("replicas: 3", "replicas: 3\n  paused: true");
        String waiting = DEPLOYMENT
                .replace("kind: Deployment", "kind: DaemonSet")
                .replace("strategy: {type: RollingUpdate}", "updateStrategy: {type: OnDelete}");

        assertThat(words(DEPLOYMENT, paused))
                .containsExactly("risky: Paused: pods keep their old form whatever changes");
        means(paused, paused.replace("checkout:1.0", "checkout:1.1"), RISKY, "until it is not paused any more");
        means(waiting, waiting.replace("checkout:1.0", "checkout:1.1"), RISKY, "until somebody deletes it");
        means(paused, DEPLOYMENT, NOTABLE, "Not paused any more");
        assertThat(words(waiting, waiting.replace("replicas: 3", "replicas: 4")))
                .noneMatch(each -> each.contains("No pod"));
    }

    @Test
    void saysOfAVariableThatStandsTwiceWhatHolds() {
        String twice =
                DEPLOYMENT.replace("value: info}", "value: info}\n            - {name: LOG_LEVEL, value: debug}");

        assertThat(words(DEPLOYMENT, twice))
                .containsExactly(
                        "risky: Variable LOG_LEVEL of app stands several times: the last one holds",
                        "notable: Variable LOG_LEVEL of app: info → debug");
        assertThat(words(twice, twice.replace("value: debug", "value: warn")))
                .containsExactly("notable: Variable LOG_LEVEL of app: debug → warn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "istio-injection: enabled | istio-injection: disabled | RISKY | Pods lose their sidecar",
                "istio-injection: enabled | a: b | RISKY | Pods lose their sidecar",
                "istio.io/rev: stable | a: b | RISKY | Pods lose their sidecar",
                "istio.io/rev: stable | 'istio.io/rev: stable, istio-injection: disabled' | RISKY | Pods lose their sidecar",
                "a: b | istio-injection: enabled | NOTABLE | Pods get a sidecar",
            })
    void sidecarsComeAndGoWithTheLabelsOfANamespace(String before, String after, Severity severity, String words) {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {%s}}\n";

        means(namespace.formatted(before), namespace.formatted(after), severity, words);
    }

    @Test
    void sidecarsGoWithALabelOfPods() {
        means(
                DEPLOYMENT,
                DEPLOYMENT.replace(
                        "labels: {app: checkout}", "labels: {app: checkout, sidecar.istio.io/inject: 'false'}"),
                RISKY,
                "Pods lose their sidecar");
    }

    @Test
    void aConfigMapThatIsTooLargeIsRefused() {
        String half = "x".repeat(600_000);
        String encoded = "stringData: {password: hunter2}";

        means(
                SETTINGS,
                SETTINGS.replace("hello", half + ",\n  MORE: " + half),
                BREAKS,
                "The sync will fail: ConfigMap \"settings\" holds 1171 KiB, and the API server takes 1024 at most");
        means(SECRET, SECRET.replace("hunter2", half + ",\n  more: " + half), BREAKS, "holds 1171 KiB");
        means(SERVICE, all(SERVICE, SETTINGS.replace("hello", half + ",\n  MORE: " + half)), BREAKS, "holds 1171 KiB");
        assertThat(words(SETTINGS, SETTINGS.replace("hello", half))).noneMatch(each -> each.contains("will fail"));
        assertThat(words(SECRET, SECRET.replace(encoded, "data: {a: " + half + ",\n  b: " + half + "}")))
                .noneMatch(each -> each.contains("will fail"));
    }

    @Test
    void saysWhoDoesNotNoticeAChangedConfigMap() {
        means(
                all(DEPLOYMENT, SETTINGS),
                all(DEPLOYMENT, SETTINGS.replace("hello", "hi")),
                RISKY,
                "Deployment \"checkout\" reads ConfigMap \"settings\" as variables and is not restarted");
        means(
                all(DEPLOYMENT, SETTINGS),
                all(DEPLOYMENT, SETTINGS.replace("hello", "hi")),
                NOTABLE,
                "Key GREETING: hello → hi");
    }

    private static String reading(String source) {
        return DEPLOYMENT
                .replace("envFrom: [{configMapRef: {name: settings}}]", "envFrom: []")
                .replace("value: info}", "valueFrom: " + source + "}");
    }

    private static final String KEY = "{configMapKeyRef: {name: settings, key: GREETING}}";

    @Test
    void onlyWhoReadsAKeyKeepsItsOldValue() {
        String reader = reading(KEY);

        assertThat(words(all(reader, SETTINGS), all(reader, SETTINGS.replace("hunter2", "hunter3"))))
                .noneMatch(each -> each.contains("not restarted"));
        means(all(reader, SETTINGS), all(reader, SETTINGS.replace("hello", "hi")), RISKY, "keep the old values");
    }

    @Test
    void aKeyThatPodsStillNeedIsMissed() {
        String without = SETTINGS.replace("GREETING: hello, ", "");
        String missed =
                "Deployment \"checkout\" still needs key GREETING of ConfigMap \"settings\": new pods do not start";
        String optional = reading(KEY.replace("GREETING", "GREETING, optional: true"));
        String items = reading("{fieldRef: {fieldPath: metadata.name}}")
                .replace("emptyDir: {}", "configMap: {name: settings, items: [{key: GREETING, path: a}]}");

        means(all(reading(KEY), SETTINGS), all(reading(KEY), without), BREAKS, missed);
        means(all(items, SETTINGS), all(items, without), BREAKS, missed);
        means(all(reading(KEY), SETTINGS), all(reading(KEY), SETTINGS.replaceAll("(?m)^data: .*", "")), BREAKS, missed);
        assertThat(words(all(optional, SETTINGS), all(optional, without))).noneMatch(each -> each.contains(missed));
        assertThat(words(all(optional, SETTINGS), optional)).containsExactly("plain: ConfigMap \"settings\" removed");
        assertThat(words(all(DEPLOYMENT, SETTINGS), all(DEPLOYMENT, without))).noneMatch(each -> each.contains(missed));
    }

    @Test
    void aKeyOfASecretThatIsWrittenInAnotherFieldIsNotMissed() {
        String reader = reading("{secretKeyRef: {name: credentials, key: password}}");
        String encoded = SECRET.replace("stringData: {password: hunter2}", "data: {password: aHVudGVyMg==}");

        assertThat(words(all(reader, SECRET), all(reader, encoded))).noneMatch(each -> each.startsWith("breaks"));
    }

    @Test
    void aNewKeyThatNobodyReadsIsPlain() {
        String more = SETTINGS.replace("GREETING", "MORE: a, GREETING");

        means(all(reading(KEY), SETTINGS), all(reading(KEY), more), PLAIN, "New key MORE: a");
        means(all(DEPLOYMENT, SETTINGS), all(DEPLOYMENT, more), NOTABLE, "New key MORE: a");
    }

    @Test
    void podsThatAreReplacedAnywayNotice() {
        String rolled = DEPLOYMENT.replace("value: info", "value: debug");

        assertThat(words(all(DEPLOYMENT, SETTINGS), all(rolled, SETTINGS.replace("hello", "hi"))))
                .noneMatch(each -> each.contains("not restarted"));
    }

    @Test
    void aGeneratedConfigMapIsTheSameByAnotherName() {
        String before = all(DEPLOYMENT, SETTINGS).replace("name: settings", "name: settings-24b5c6d7f8");
        String after = before.replace("24b5c6d7f8", "k2m4t5h6g7").replace("hello", "hi");

        List<String> words = words(before, after);

        assertThat(words)
                .contains(
                        "notable: Key GREETING: hello → hi",
                        "plain: Pods are replaced: they read the changed ConfigMap \"settings\"")
                .noneMatch(each -> each.contains("removed") || each.contains("New ConfigMap"));
    }

    @Test
    void ofASecretOnlyTheKeyIsNamed() {
        assertThat(words(SECRET, SECRET.replace("hunter2", "hunter3")))
                .containsExactly("notable: Secret key password changed");
        assertThat(words(SECRET, SECRET.replace("password", "token")))
                .containsExactly("risky: Secret key password removed", "plain: Secret key token added");
    }

    @Test
    void whatNobodyKnowsIsNamedByItsPath() {
        means(
                SERVICE,
                SERVICE.replace("spec:\n", "spec:\n  sessionAffinity: ClientIP\n"),
                PLAIN,
                "Changes spec.sessionAffinity");
    }

    @Test
    void aBudgetThatBlocksDrainingIsRisky() {
        String budget = """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: checkout}
                spec: {maxUnavailable: 1}
                """;

        means(budget, budget.replace(": 1}", ": 0}"), RISKY, "nodes with its pods cannot be drained");
    }
}
