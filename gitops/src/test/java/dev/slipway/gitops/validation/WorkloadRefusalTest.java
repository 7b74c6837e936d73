package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server refuses of workloads, autoscalers and budgets; each with its neighbour that it takes. */
class WorkloadRefusalTest {

    private static final String CRON_JOB = """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: clean}
            spec:
              schedule: "%s"
              jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}
            """;

    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: %s
            metadata: {name: web}
            spec:
              %s
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: a, image: a}]}
            """;

    private static void assertRefused(String object, String rule, String words) {
        Cluster.assertOneError(Cluster.lines(object), rule, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/5 * * * *",
                "0 4 * * 1-5",
                "0 0 1,15 * ?",
                "5-59/10 8-18 * jan-Mar SUN,sat",
                "0/15 * * * *",
                "*/90 * * * *",
                "@hourly",
                "@every 1h30m",
                "  0  0 * * 6 "
            })
    void takesSchedules(String schedule) {
        assertThat(Cluster.lines(CRON_JOB.formatted(schedule))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * * | \"60\" is no minute",
                "* 24 * * * | \"24\" is no hour",
                "* * 0 * * | \"0\" is no day",
                "* * 32 * * | \"32\" is no day",
                "* * * 13 * | \"13\" is no month",
                "* * * * 7 | \"7\" is no weekday: 0 to 6 or sun to sat",
                "* * * sun * | \"sun\" is no month",
                "0 0 * * 5-1 | \"5-1\" is no weekday",
                "*/0 * * * * | \"*/0\" is no minute",
                "1-2-3 * * * * | \"1-2-3\" is no minute",
                "*/2/2 * * * * | \"*/2/2\" is no minute",
                "-1 * * * * | \"-1\" is no minute",
                "0 0 * * L | \"L\" is no weekday",
                "* * * * | has 4 fields",
                "0 * * * * * | has 6 fields",
                "'' | has 0 fields",
                "@often | There is no schedule \"@often\"",
                "@every day | There is no schedule",
                "TZ=Europe/Berlin 0 4 * * * | says its time zone",
                "CRON_TZ=UTC 0 4 * * * | says its time zone",
            })
    void refusesSchedules(String schedule, String words) {
        assertRefused(CRON_JOB.formatted(schedule), "workload/schedule CronJob shop/clean spec.schedule", words);
    }

    @Test
    void refusesATimeZoneThatIsNone() {
        String zoned = CRON_JOB.formatted("@daily") + "  timeZone: %s\n";

        assertThat(Cluster.lines(zoned.formatted("Europe/Berlin"))).isEmpty();
        assertThat(Cluster.lines(zoned.formatted("Etc/UTC"))).isEmpty();
        assertRefused(zoned.formatted("Local"), "workload/schedule", "no time zone \"Local\"");
        ValidationReport report =
                new Cluster().holding(zoned.formatted("Europe/Berln")).report();
        assertThat(report.findings().getFirst().violation().next()).isEqualTo("Did you mean \"Europe/Berlin\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completionMode: Indexed, completions: 2 | completionMode: Indexed | How many indexes",
                "podFailurePolicy: {rules: []} | podFailurePolicy: {rules: []}, X | only looked at",
                "manualSelector: true, selector: {matchLabels: {a: b}} | selector: {matchLabels: {a: b}} | makes the selector",
            })
    void ofAJob(String good, String bad, String words) {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: seed}
                spec: {%s, template: {metadata: {labels: {a: b}}, spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}
                """;

        assertThat(Cluster.lines(job.formatted(good))).isEmpty();
        boolean restarted = bad.endsWith(", X");
        assertRefused(
                (restarted ? job.replace("Never", "OnFailure") : job).formatted(bad.replace(", X", "")),
                "workload/job",
                words);
    }

    @Test
    void ofTheJobsOfACronJob() {
        String job = CRON_JOB.formatted("@daily");

        assertThat(Cluster.lines(job.replace("spec: {template", "spec: {manualSelector: false, template")))
                .isEmpty();
        assertRefused(
                job.replace("spec: {template", "spec: {manualSelector: true, template"), "workload/job", "same pods");
        assertRefused(
                job.replace("spec: {template", "spec: {selector: {matchLabels: {a: b}}, template"),
                "workload/job",
                "makes the selector");
        assertRefused(
                job.replace("restartPolicy: Never, ", ""),
                "pod/restart-policy CronJob shop/clean spec.jobTemplate.spec.template.spec.restartPolicy",
                "restart always");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment | strategy: {type: Recreate, rollingUpdate: null} | strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}} | without rolling",
                "Deployment | strategy: {rollingUpdate: {maxUnavailable: 0}} | strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 0%}} | nothing is ever replaced",
                "Deployment | strategy: {rollingUpdate: {maxSurge: 200%}} | strategy: {rollingUpdate: {maxUnavailable: 101%}} | no maxUnavailable",
                "Deployment | strategy: {rollingUpdate: {maxSurge: 1}} | strategy: {rollingUpdate: {maxSurge: '1'}} | \"1\" is no maxSurge",
                "Deployment | strategy: {rollingUpdate: {maxSurge: 0}} | strategy: {rollingUpdate: {maxSurge: -1}} | \"-1\" is no maxSurge",
                "Deployment | minReadySeconds: 9 | '{minReadySeconds: 9, progressDeadlineSeconds: 9}' | within 9 seconds",
                "Deployment | minReadySeconds: 599 | minReadySeconds: 600 | within 600 seconds",
                "DaemonSet | updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}} | updateStrategy: {rollingUpdate: {maxSurge: 1}} | either",
                "DaemonSet | updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 0}} | updateStrategy: {rollingUpdate: {maxUnavailable: 0}} | nothing is ever replaced",
                "StatefulSet | updateStrategy: {type: OnDelete} | updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}} | without rolling",
                "StatefulSet | updateStrategy: {rollingUpdate: {partition: 1}} | updateStrategy: {rollingUpdate: {maxUnavailable: 0}} | nothing is ever replaced",
            })
    void ofHowPodsAreReplaced(String kind, String good, String bad, String words) {
        assertThat(Cluster.lines(WORKLOAD.formatted(kind, good))).isEmpty();
        String two =
                bad.replace("{minReadySeconds: 9, ", "minReadySeconds: 9\n  ").replace("Seconds: 9}", "Seconds: 9");
        assertRefused(WORKLOAD.formatted(kind, two), "workload/strategy", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment | replicas: 0 | replicas: -1",
                "Deployment | revisionHistoryLimit: 0 | revisionHistoryLimit: -1",
                "StatefulSet | ordinals: {start: 0} | ordinals: {start: -1}",
                "DaemonSet | minReadySeconds: 0 | minReadySeconds: -1",
            })
    void ofNumbersBelowNothing(String kind, String good, String bad) {
        assertThat(Cluster.lines(WORKLOAD.formatted(kind, good))).isEmpty();
        assertRefused(WORKLOAD.formatted(kind, bad), "schema/value", "-1 is too small");
    }

    @Test
    void ofASelectorThatIsEmpty() {
        assertRefused(
                WORKLOAD.formatted("Deployment", "replicas: 1").replace("{matchLabels: {app: web}}", "{}"),
                "selector/template",
                "The selector is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minReplicas: 3, maxReplicas: 3 | minReplicas: 4, maxReplicas: 3 | workload/autoscaler | more than at most 3",
                "maxReplicas: 1 | maxReplicas: 0 | schema/value | too small",
                "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}] | maxReplicas: 3, metrics: [{type: Pods, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}] | workload/autoscaler | of the type Pods",
                "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 1}}}] | maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization}}}] | workload/autoscaler | not said",
                "maxReplicas: 3, behavior: {scaleDown: {stabilizationWindowSeconds: 3600}} | maxReplicas: 3, behavior: {scaleDown: {stabilizationWindowSeconds: 3601}} | schema/value | too large",
                "maxReplicas: 3 | minReplicas: 0, maxReplicas: 3 | workload/autoscaler | nothing is measured",
                "minReplicas: 1, maxReplicas: 3, behavior: {scaleDown: {selectPolicy: Disabled}} | minReplicas: 1, maxReplicas: 3, behavior: {scaleDown: {policies: []}} | workload/autoscaler | No policy is left",
            })
    void ofAnAutoscaler(String good, String bad, String rule, String words) {
        String workload = WORKLOAD.formatted("Deployment", "minReadySeconds: 0");
        String scaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {%s, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """;

        assertThat(Cluster.lines(workload, scaler.formatted(good))).isEmpty();
        assertThat(Cluster.lines(workload, scaler.formatted(bad)))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("ERROR " + rule))
                .anyMatch(each -> each.contains(words));
    }

    @Test
    void onlyWarnsOfAnAutoscalerThatWakesPodsByAnotherMetric() {
        assertThat(Cluster.lines(WORKLOAD.formatted("Deployment", "minReadySeconds: 0"), """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec:
                  minReplicas: 0
                  maxReplicas: 3
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  metrics: [{type: External, external: {metric: {name: queue}, target: {type: Value, value: 1}}}]
                """))
                .singleElement()
                .asString()
                .startsWith("WARNING workload/autoscaler");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minAvailable: 1 | minAvailable: 1, maxUnavailable: 1 | says both",
                "maxUnavailable: 50% | maxUnavailable: half | \"half\" is no number",
                "maxUnavailable: 2 | maxUnavailable: -1 | \"-1\" is no number",
                "maxUnavailable: 100% | maxUnavailable: 101% | \"101%\" is no number",
            })
    void ofABudget(String good, String bad, String words) {
        String workload = WORKLOAD.formatted("Deployment", "replicas: 3");
        String budget = """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec: {%s, selector: {matchLabels: {app: web}}}
                """;

        assertThat(Cluster.lines(workload, budget.formatted(good))).isEmpty();
        assertThat(Cluster.lines(workload, budget.formatted(bad)))
                .singleElement()
                .asString()
                .startsWith("ERROR workload/disruption-budget")
                .contains(words);
    }
}
