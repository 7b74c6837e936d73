package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the required check says of pull requests to the platform repository, with real Git, writer and golden path. */
@DesiredStateTest
class DesiredStateCheckIT {

    private static final String CHECK = "slipway/desired-state";
    private static final String PRODUCTION = "applications/pricing-api/production.yaml";

    @Autowired
    PlatformPulls pulls;

    @Autowired
    Callers callers;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Autowired
    DesiredState desired;

    @Autowired
    DesiredReader reader;

    @Autowired
    Platforms platforms;

    @BeforeEach
    void declareTheServiceOnce() {
        pulls.declareTheService();
    }

    @Test
    void declaresAServiceInEachEnvironmentWithoutAReleaseAndWithoutAProblem() {
        List<DesiredApplication> applications = desired.current().orElseThrow().of(PlatformPulls.SERVICE);

        assertThat(applications).hasSize(3).allSatisfy(application -> {
            assertThat(application.problems()).isEmpty();
            assertThat(application.currentRelease()).isEmpty();
            assertThat(application.automated()).isFalse();
            assertThat(application.objects()).isNotEmpty();
        });
    }

    @Test
    void looksAgainForASourceThatWasNotThere() {
        FileTree main = git.snapshot(PlatformPulls.PLATFORM, pulls.main());
        String elsewhere = main.text(PRODUCTION).orElseThrow().replace("/pricing-api.git", "/later.git");
        FileTree tree = PatchedTree.of(main)
                .put(PRODUCTION, FileContent.text(elsewhere))
                .build();

        assertThat(problems(tree)).contains("There is no repository \"acme/later\"");
        host.create(new RepositoryRef("acme", "later"), "", Actor.system("test"));
        assertThat(problems(tree)).contains("\"acme/later\" has no ").doesNotContain("There is no repository");
    }

    private String problems(FileTree tree) {
        CommitId main = pulls.main();
        return reader.read(platforms.current(), main, main + "+later", tree)
                .application(PlatformPulls.SERVICE, new EnvironmentName("production"))
                .orElseThrow()
                .problems()
                .toString();
    }

    @Test
    void saysOfEachApplicationWhereItBelongsAndWhereItsImagesAreDecided() {
        String name = desired.find(PlatformPulls.SERVICE, new EnvironmentName("production"))
                .orElseThrow()
                .name();

        assertThat(callers.tokenOf("vera").get("/api/v1/applications/" + name).body())
                .contains("\"environmentToldBy\"", "deploy/base/", "the manifest itself");
        assertThat(callers.tokenOf("vera").get("/api/v1/inspection").body()).contains("\"bootstrapped\":true", name);
        assertThat(callers.browserOf("vera").get("/applications?q=pricing").body())
                .contains(name, "deploy/base/", "the manifest itself");
    }

    @Test
    void listsApplicationsPageByPageAndSaysOfWhichCommit() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(list("limit=1").body())
                        .contains("\"commit\":\"" + pulls.main().value() + "\"", "\"newest\":true"));

        assertThat(list("q=pricing-api-d").body())
                .contains("\"total\":1,", name("pricing-api-dev"))
                .doesNotContain(name("pricing-api-staging"));
        assertThat(list("limit=1&offset=1").body())
                .contains("\"offset\":1", name("cluster-hub"))
                .doesNotContain(name("cluster-app-spoke"), name("cluster-shared-dev"));
        assertThat(list("only=doubtful").statusCode()).isEqualTo(400);
        assertThat(callers.browserOf("vera").get("/applications").body()).contains("id=\"inspected\"");
    }

    private static String name(String application) {
        return "\"name\":\"" + application + "\"";
    }

    private HttpResponse<String> list(String query) {
        return callers.tokenOf("vera").get("/api/v1/applications?" + query);
    }

    @Test
    void refusesAReleaseThatComesToProductionBesideItsGates() {
        PullRequest pull =
                pulls.propose(pulls.changed(PRODUCTION, text -> text.replace("enabled: false", "enabled: true")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull)).contains(PRODUCTION);
    }

    @Test
    void refusesOtherValuesForAChartInProductionThatNobodyCanRender() {
        DesiredApplication like = desired.find(PlatformPulls.SERVICE, new EnvironmentName("production"))
                .orElseThrow();
        pulls.push(
                "main",
                pulls.main(),
                Map.of(
                        "applications/redis.yaml", chart(like),
                        "values/redis/production.yaml", "replicas: 1\n",
                        "values/redis/dev.yaml", "replicas: 1\n"));
        try {
            PullRequest dev = pulls.propose(Map.of("values/redis/dev.yaml", "replicas: 2\n"));
            PullRequest production = pulls.propose(Map.of("values/redis/production.yaml", "replicas: 2\n"));

            assertThat(pulls.status(dev, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
            assertThat(pulls.status(production, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
            assertThat(pulls.comments(production)).contains("redis", "values/redis/production.yaml");
        } finally {
            pulls.push("main", pulls.main(), Map.of("applications/redis.yaml", "# gone\n"));
        }
    }

    private static String chart(DesiredApplication like) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: redis-production, namespace: argocd}
                spec:
                  project: %s
                  destination: {name: %s, namespace: %s}
                  syncPolicy: {automated: {}}
                  sources:
                    - {repoURL: "https://charts.example", chart: redis, targetRevision: 1.0.0,
                       helm: {valueFiles: [$values/values/redis/production.yaml]}}
                    - {repoURL: "http://slipway.localhost:7070/git/acme/platform.git", targetRevision: main, ref: values}
                """.formatted(like.project(), like.cluster(), like.namespace());
    }

    /** A cluster that is upgraded runs the same Releases; what a chart makes of its version must not hide another change. */
    @Test
    void aNewerKubernetesIsNoChangeInProductionAndHidesNone() {
        DesiredApplication like = desired.find(PlatformPulls.SERVICE, new EnvironmentName("production"))
                .orElseThrow();
        pulls.push(
                "main",
                pulls.main(),
                Map.of(
                        "applications/probe.yaml", ownChart(like),
                        "charts/probe/Chart.yaml", "{apiVersion: v2, name: probe, version: 1.0.0}\n",
                        "charts/probe/templates/map.yaml", ofTheVersion("old", "new")));
        try {
            Map<String, String> upgrade = pulls.changed(
                    "platform.yaml",
                    text -> text.replace("{name: app-spoke,", "{name: app-spoke, kubernetes: \"1.35\","));
            PullRequest alone = pulls.propose(upgrade);
            PullRequest withOld = pulls.propose(with(upgrade, ofTheVersion("older", "new")));
            PullRequest withNew = pulls.propose(with(upgrade, ofTheVersion("old", "newer")));

            assertThat(pulls.status(alone, CHECK))
                    .extracting(CommitStatus::state)
                    .isEqualTo(CommitStatus.State.SUCCESS);
            assertThat(pulls.status(withOld, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
            assertThat(pulls.status(withNew, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
            assertThat(pulls.comments(withOld)).contains("probe-production");
        } finally {
            pulls.push("main", pulls.main(), Map.of("applications/probe.yaml", "# gone\n"));
        }
    }

    private static String ofTheVersion(String old, String newer) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: probe}
                data:
                  {{- if semverCompare ">=1.35" .Capabilities.KubeVersion.Version }}
                  kubernetes: %s
                  {{- else }}
                  kubernetes: %s
                  {{- end }}
                """.formatted(newer, old);
    }

    private static Map<String, String> with(Map<String, String> files, String template) {
        Map<String, String> all = new HashMap<>(files);
        all.put("charts/probe/templates/map.yaml", template);
        return all;
    }

    private static String ownChart(DesiredApplication like) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: probe-production, namespace: argocd}
                spec:
                  project: slipway
                  destination: {name: %s, namespace: %s}
                  syncPolicy: {automated: {}}
                  source:
                    {repoURL: "http://slipway.localhost:7070/git/acme/platform.git", targetRevision: main, path: charts/probe}
                """.formatted(like.cluster(), like.namespace());
    }

    @Test
    void namesFileAndLineOfABrokenDefinition() {
        PullRequest pull = pulls.propose(
                pulls.changed("platform.yaml", text -> text.replace("trigger: manual", "trigger: maual")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull)).containsPattern("platform\\.yaml:\\d+");
    }

    @Test
    void namesFileAndLineOfATemplateThatNobodyCouldUse() {
        PullRequest pull = pulls.propose(pulls.changed(
                "templates/java-service/template.yaml", text -> text.replaceFirst("fetch:template", "fetch:tmplate")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull))
                .containsPattern("templates/java-service/template\\.yaml:\\d+")
                .contains("fetch:tmplate", "fetch:template");
    }

    @Test
    void refusesAnApplicationOutsideItsProject() {
        PullRequest pull = pulls.propose(pulls.changed(
                "applications/pricing-api/dev.yaml",
                text -> text.replace("namespace: red-dev", "namespace: blue-dev")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull)).contains("blue-dev");
    }

    /** It renders, and its project admits it: nothing but Argo CD's own rules speaks against it. */
    @Test
    void refusesAnApplicationThatArgoWouldRefuse() {
        PullRequest twice = pulls.propose(extra(", server: \"https://dev\""));
        PullRequest once = pulls.propose(extra(""));

        assertThat(pulls.status(twice, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(twice))
                .contains("applications/extra.yaml:2", "and the server \"https://dev\", which Argo CD refuses.");
        assertThat(pulls.status(once, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
    }

    /** The Applications are what they were; what they name is no longer there. */
    @Test
    void refusesToTakeAClusterAwayThatApplicationsGoTo() {
        PullRequest pull =
                pulls.propose(pulls.changed("platform.yaml", text -> text.replace("app-spoke", "app-other")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull))
                .contains("bootstrap/app-spoke.yaml:1: The Application", "platform.yaml has no cluster \"app-spoke\".");
    }

    private Map<String, String> extra(String server) {
        DesiredApplication like =
                desired.find(PlatformPulls.SERVICE, new EnvironmentName("dev")).orElseThrow();
        return Map.of(
                "applications/extra.yaml",
                """
                # beside the others
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: extra, namespace: argocd}
                spec:
                  project: slipway
                  destination: {name: %s, namespace: %s%s}
                  source:
                    {repoURL: "http://slipway.localhost:7070/git/acme/platform.git", targetRevision: main, path: extra}
                """.formatted(like.cluster(), like.namespace(), server),
                "extra/map.yaml",
                """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: extra}}
                """);
    }

    @Test
    void namesFileAndLineOfARouteThatWouldEnd() {
        PullRequest pull = pulls.propose(pulls.changed(
                "clusters/hub/routing/pricing-api/dev.yaml",
                text -> text.replace("host: shared-dev.internal", "host: shared-dve.internal")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull))
                .containsPattern("clusters/hub/routing/pricing-api/dev\\.yaml:\\d+")
                .contains("there is no ServiceEntry in hub for shared-dve.internal");
    }

    @Test
    void onlySaysWhatMayBeRightElsewhere() {
        PullRequest pull = pulls.propose(pulls.changed(
                "clusters/hub/routing/pricing-api/dev.yaml",
                text -> text.replace("    - route:", "    - mirror: {host: elsewhere}\n      route:")));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(pulls.status(pull, CHECK).description()).startsWith("Everything renders, 1 to look at");
        assertThat(pulls.comments(pull)).contains("Worth a look").contains("\"mirror\" is not executed");
    }

    @Test
    void passesWhatChangesNothingThatIsGuarded() {
        PullRequest pull = pulls.propose(pulls.changed("README.md", text -> text + "\nMore words.\n"));

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
    }
}
