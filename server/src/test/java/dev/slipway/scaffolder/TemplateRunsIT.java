package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.catalog.Catalog;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.goldenpaths.GoldenPaths;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.DefinitionCheck;
import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolder.run.RunThreads;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.TestDatabase;
import dev.slipway.ui.LiveUpdates;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TemplateRunsIT {

    private static final Actor ADA = new Actor.Person("ada");
    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");
    private static final CommitId MERGE = new CommitId("f".repeat(40));
    private static DataSource database;

    private final Killer killer = new Killer();
    private final FakeGit git = new FakeGit(killer);
    private final FakePlatform platform = new FakePlatform(killer);
    private AnnotationConfigApplicationContext server;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated().dataSource();
    }

    @BeforeEach
    void start() {
        JdbcClient.create(database).sql("truncate scaffolder_runs cascade").update();
        Map<String, FileContent> files = new LinkedHashMap<>();
        GoldenPaths.all()
                .forEach((name, template) -> template.files()
                        .forEach((path, content) -> files.put("templates/" + name + "/" + path, content)));
        files.put("templates/broken/template.yaml", FileContent.text("kind: Template\n"));
        git.seed(FakePlatform.REPOSITORY, MemoryTree.of(files));
        restart();
    }

    private void restart() {
        stop();
        server = new AnnotationConfigApplicationContext();
        server.registerBean(FakeGit.class, () -> git);
        server.registerBean(FakePlatform.class, () -> platform);
        server.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        server.registerBean(Clock.class, Clock::systemUTC);
        server.registerBean(Wakeups.class, () -> name -> {});
        server.registerBean(LiveUpdates.class, () -> topic -> {});
        server.registerBean(Audit.class, NoAudit::new);
        server.registerBean(Catalog.class, TemplateRunsIT::emptyCatalog);
        server.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        new ClassPathBeanDefinitionScanner(server)
                .scan(
                        "dev.slipway.scaffolder.action",
                        "dev.slipway.scaffolder.fields",
                        "dev.slipway.scaffolder.manifests",
                        "dev.slipway.scaffolder.run",
                        "dev.slipway.scaffolder.store",
                        "dev.slipway.scaffolder.templates",
                        "dev.slipway.scaffolder.vault");
        server.refresh();
    }

    private static Catalog emptyCatalog() {
        return (Catalog) Proxy.newProxyInstance(
                Catalog.class.getClassLoader(),
                new Class<?>[] {Catalog.class},
                (_, method, _) -> method.getReturnType() == Optional.class
                        ? Optional.empty()
                        : method.getReturnType() == List.class ? List.of() : null);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private TemplateRun create(Map<String, Object> values) {
        return server.getBean(TemplateRuns.class).start("java-service", values, ADA);
    }

    private TemplateRun create() {
        return create(Map.of("name", "pricing-api", "team", "red"));
    }

    private TemplateRun carryOn(RunId id) {
        server.getBean(Reconciliation.class).reconcile();
        awaitIdle();
        return server.getBean(TemplateRuns.class).find(id).orElseThrow();
    }

    private void awaitIdle() {
        try {
            assertThat(server.getBean(RunThreads.class).awaitIdle(Duration.ofMinutes(1)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void makesARepositoryAndOnePullRequestForEveryEnvironment() {
        RunId id = create().id();

        assertThat(carryOn(id).status()).isEqualTo(RunStatus.WAITING);
        platform.outcome = new Outcome.Committed(MERGE);
        TemplateRun run = carryOn(id);

        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.links()).extracting(TemplateRun.Link::url).contains("/services/pricing-api");
        assertThat(platform.submitted).hasSize(1);
        Intent.PutTrees intent =
                (Intent.PutTrees) platform.submitted.values().iterator().next().intent();
        assertThat(intent.trees().get("applications/pricing-api"))
                .containsOnlyKeys("dev.yaml", "staging.yaml", "production.yaml");
        assertThat(git.protection(REPOSITORY, "main")).isPresent();
    }

    @Test
    void writesWhereTheServiceComesFrom() {
        carryOn(create().id());

        String origin = git.snapshot(REPOSITORY, git.main(REPOSITORY).getLast().id())
                .text(".slipway/origin.yaml")
                .orElseThrow();
        assertThat(origin).contains("template: java-service", "name: pricing-api", "production: true", "replicas: 3");
    }

    @Test
    void leavesProductionOutWhenItIsUnticked() {
        carryOn(create(Map.of("name", "pricing-api", "team", "group:default/red", "production", false))
                .id());

        Intent.PutTrees intent =
                (Intent.PutTrees) platform.submitted.values().iterator().next().intent();
        assertThat(intent.trees().get("applications/pricing-api")).containsOnlyKeys("dev.yaml", "staging.yaml");
    }

    @Test
    void takesEverythingBackWhenThePullRequestIsRefused() {
        RunId id = create().id();
        carryOn(id);
        platform.outcome = new Outcome.Refused(List.of(Problem.of("A check failed.")));
        TemplateRun run = carryOn(id);

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure()).contains("A check failed.");
        assertThat(git.exists(REPOSITORY)).isFalse();
        assertThat(platform.reserved).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongBeforeAnythingIsMade() {
        assertThatExceptionOfType(ScaffolderException.class)
                .isThrownBy(() -> create(Map.of("name", "Pricing", "replicas", 1, "colour", "red")))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::where)
                        .contains("name", "team", "replicas", "colour"));
        assertThat(git.repositories()).hasSize(1);
        assertThat(platform.submitted).isEmpty();
    }

    @Test
    void refusesWhoMayNotCreateForTheTeam() {
        assertThatExceptionOfType(ScaffolderException.class)
                .isThrownBy(() -> server.getBean(TemplateRuns.class)
                        .start("java-service", Map.of("name", "x-y", "team", "red"), new Actor.Person("bob")))
                .withMessageContaining("You may not create services for team red");
    }

    @Test
    void listsABrokenTemplateWithWhatIsWrong() {
        assertThat(server.getBean(Templates.class).all())
                .filteredOn(template -> !template.usable())
                .singleElement()
                .satisfies(template -> assertThat(template.problems())
                        .anyMatch(problem -> problem.startsWith("templates/broken/template.yaml:1:")));
        assertThatExceptionOfType(ScaffolderException.class)
                .isThrownBy(() -> server.getBean(Templates.class).get("java-servce"))
                .withMessageContaining("Did you mean \"java-service\"?");
    }

    @Test
    void cancelsBeforeTheNextStep() {
        RunId id = create().id();
        server.getBean(TemplateRuns.class).cancel(id, ADA);

        assertThat(carryOn(id).status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(git.exists(REPOSITORY)).isFalse();
    }

    @Test
    void cancelsWhereItWaits() {
        RunId id = create().id();
        carryOn(id);
        server.getBean(TemplateRuns.class).cancel(id, ADA);

        assertThat(carryOn(id).status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(git.exists(REPOSITORY)).isFalse();
        assertThat(platform.reserved).isEmpty();
    }

    @Test
    void makesAnewWhatWasTakenBackWhenItIsTriedAgain() {
        RunId id = create().id();
        carryOn(id);
        platform.outcome = new Outcome.Refused(List.of(Problem.of("A check failed.")));
        carryOn(id);

        platform.outcome = new Outcome.Committed(MERGE);
        server.getBean(TemplateRuns.class).retry(id, Map.of(), ADA);
        carryOn(id);
        TemplateRun run = carryOn(id);

        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.attempt()).isEqualTo(2);
        assertThat(git.main(REPOSITORY)).hasSize(1);
        assertThat(platform.submitted).as("the refused change and another").hasSize(2);
    }

    @Test
    void isTriedAgainOnlyWhenItDidNotSucceed() {
        platform.outcome = new Outcome.Committed(MERGE);
        RunId id = create().id();
        TemplateRuns runs = server.getBean(TemplateRuns.class);

        assertThatExceptionOfType(ScaffolderException.class)
                .isThrownBy(() -> runs.retry(id, Map.of(), ADA))
                .withMessageContaining("cannot be tried again");
        carryOn(id);
        carryOn(id);
        assertThatExceptionOfType(ScaffolderException.class).isThrownBy(() -> runs.retry(id, Map.of(), ADA));
    }

    @Test
    void leavesARunToTheProcessThatCarriesItOn() {
        RunId id = create().id();
        JdbcClient client = JdbcClient.create(database);
        client.sql("update scaffolder_runs set runner = 'another', heartbeat_at = now()")
                .update();
        assertThat(carryOn(id).status()).isEqualTo(RunStatus.QUEUED);

        client.sql("update scaffolder_runs set heartbeat_at = now() - interval '1 minute'")
                .update();
        assertThat(carryOn(id).status()).isEqualTo(RunStatus.WAITING);
    }

    @Test
    void waitsNoLongerThanItMay() {
        RunId id = create().id();
        carryOn(id);
        JdbcClient.create(database)
                .sql("update scaffolder_steps set started_at = started_at - interval '8 days' where status = 'WAITING'")
                .update();

        assertThat(carryOn(id).failure()).contains("has taken longer than 7 days", "slipway.runs.longest-step");
    }

    @Test
    void looksAtProposedTemplatesWithTheActionsThatTheProposalMaps() {
        String template = """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec: {type: service, steps: [{action: "acme:log", input: {}}]}
                """;
        DefinitionCheck check = server.getBean(DefinitionCheck.class);

        assertThat(check.problems(MemoryTree.ofTexts("templates/t/template.yaml", template)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("\"acme:log\" is not known"));
        assertThat(check.problems(MemoryTree.ofTexts(
                        "templates/t/template.yaml",
                        template,
                        "platform.yaml",
                        "kind: Platform\nspec: {templates: {actions: [{id: 'acme:log', skip: not here}]}}\n")))
                .isEmpty();
    }

    @Test
    void waitsNoLongerThanThePlatformSays() {
        RunId id = create().id();
        carryOn(id);
        platform.templates =
                new TemplateRules(List.of(), List.of(), new TemplateRules.Limits(null, Duration.ofHours(2), null));
        JdbcClient.create(database)
                .sql(
                        "update scaffolder_steps set started_at = started_at - interval '3 hours' where status = 'WAITING'")
                .update();

        assertThat(carryOn(id).failure()).contains("has taken longer than 2 hours", "spec.templates.limits");
    }

    @Test
    void looksForRunsPageByPage() {
        for (String name : List.of("one", "two", "three")) {
            create(Map.of("name", "run-" + name, "team", "red"));
        }
        TemplateRuns runs = server.getBean(TemplateRuns.class);
        RunPage page = runs.page(new RunQuery(
                Set.of("ada"),
                Set.of(RunStatus.QUEUED),
                Set.of("java-service"),
                List.of(new RunQuery.Order(RunQuery.Field.STARTED, false)),
                2,
                1));

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.runs()).extracting(run -> run.values().get("name")).containsExactly("run-two", "run-three");
        assertThat(runs.page(new RunQuery(Set.of("bob"), Set.of(), Set.of(), List.of(), 5, 0))
                        .total())
                .isZero();
    }

    @Test
    void endsTheSameWhereverItIsKilled() {
        platform.outcome = new Outcome.Committed(MERGE);
        create();
        carryOn(server.getBean(TemplateRuns.class).newest(1).getFirst().id());
        carryOn(server.getBean(TemplateRuns.class).newest(1).getFirst().id());
        int moments = killer.moments();
        assertThat(moments).isGreaterThanOrEqualTo(10);

        for (int moment = 1; moment <= moments; moment++) {
            String name = "killed-" + moment;
            RunId id = create(Map.of("name", name, "team", "red")).id();
            killer.killAt(moment);
            carryOn(id);
            restart();
            carryOn(id);
            TemplateRun run = carryOn(id);

            assertThat(run.status())
                    .as("killed at moment %d: %s", moment, run.failure())
                    .isEqualTo(RunStatus.SUCCEEDED);
            assertThat(git.main(new RepositoryRef("acme", name)))
                    .singleElement()
                    .satisfies(commit -> assertThat(git.attributed).containsKey(commit.id()));
            assertThat(platform.submitted.values())
                    .filteredOn(change -> change.service().value().equals(name))
                    .hasSize(1);
        }
    }

    @Test
    void takesEverythingBackWhereverItIsKilledDoingSo() {
        for (int moment = 1; moment <= 5; moment++) {
            String name = "refused-" + moment;
            platform.outcome = null;
            RunId id = create(Map.of("name", name, "team", "red")).id();
            carryOn(id);
            platform.outcome = new Outcome.Refused(List.of(Problem.of("no")));
            killer.killAt(moment);
            carryOn(id);
            restart();
            TemplateRun run = carryOn(id);

            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(git.exists(new RepositoryRef("acme", name))).isFalse();
            assertThat(platform.reserved).isEmpty();
        }
    }

    @Test
    void closesNothingWhileAPullRequestIsOpen() {
        RunId id = create().id();
        carryOn(id);
        platform.outcome = new Outcome.Proposed(new PullRequestRef(FakePlatform.REPOSITORY, 7));

        assertThat(carryOn(id).steps())
                .filteredOn(step -> step.status() == RunStep.Status.WAITING)
                .singleElement()
                .satisfies(step -> assertThat(step.detail()).contains("#7"));
    }

    private static final class NoAudit implements Audit {
        @Override
        public void record(Actor actor, String action, String subject, Map<String, String> details) {}

        @Override
        public List<AuditEntry> entries(AuditQuery query) {
            return List.of();
        }

        @Override
        public AuditVerification verify() {
            return new AuditVerification.Intact(0);
        }
    }
}
