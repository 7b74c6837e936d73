package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

    private static final String PROMOTION = """
            {"id": 7, "kind": "PROMOTION", "service": "pricing-api", "from": "staging", "to": "production",
             "release": {"id": "abcdef012345"}, "state": "%s", "requestedBy": "red-dev", "message": "%s",
             "gates": [{"gate": "approval", "definition": "1 approval by red-leads", "verdict": "WAITING", "reason": "0 of 1"}]}
            """;

    @TempDir
    private Path home;

    private SmallServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
        terminal = Terminal.at(server, home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void newSendsTheAnswersAndWaitsForTheRunsEnd() {
        server.when(
                        "POST /api/v1/templates/java-service/runs",
                        201,
                        "{\"id\": {\"value\": \"r1\"}, \"status\": \"QUEUED\"}")
                .when(
                        "GET /api/v1/runs/r1",
                        200,
                        "{\"status\": \"RUNNING\", \"steps\": [{\"name\": \"Publish\", \"status\": \"RUNNING\"}]}")
                .when(
                        "GET /api/v1/runs/r1",
                        200,
                        "{\"status\": \"SUCCEEDED\", \"steps\": [], \"links\": [{\"title\": \"Repository\", \"url\": \"/r\"}]}");

        int exit =
                terminal.run("new", "pricing-api", "--team", "red", "--no-production", "--set", "replicas=3", "--wait");

        assertThat(exit).isZero();
        assertThat(JsonMapper.shared().readTree(server.requests().getFirst().body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"values\": {\"name\": \"pricing-api\", \"team\": \"group:default/red\", \"production\": false, \"replicas\": 3}}"));
        assertThat(terminal.out()).contains("running: Publish").containsPattern("Repository: http://.*/r");
    }

    @Test
    void onboardWaitsUntilPeopleHaveTheWord() {
        server.when(
                        "POST /api/v1/onboardings",
                        201,
                        "{\"id\": \"o1\", \"service\": \"billing\", \"page\": \"/onboard/o1\"}")
                .when("GET /api/v1/onboardings/o1", 200, "{\"state\": \"IMPORTING\", \"step\": \"Bring the history\"}")
                .when("GET /api/v1/onboardings/o1", 200, """
                        {"state": "MERGING", "step": "Merge both", "serviceChange": {"url": "/repositories/acme/billing/pulls/1"},
                         "detection": {"stack": "Node", "build": "Slipway builds it.", "warnings": ["Look at the port."]}}
                        """);

        int exit = terminal.run(
                "onboard", "https://git.example.org/billing.git", "--team", "red", "--no-production", "--wait");

        assertThat(exit).isZero();
        assertThat(JsonMapper.shared().readTree(server.requests().getFirst().body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"source\": \"https://git.example.org/billing.git\", \"team\": \"red\", \"production\": false, \"review\": false}"));
        assertThat(terminal.out())
                .contains("Bring the history", "Please check: Look at the port.", "/repositories/acme/billing/pulls/1");
    }

    @Test
    void addEnvironmentWaitsUntilPeopleHaveTheWord() {
        server.when("POST /api/v1/services/billing/environments", 202, "{\"state\": \"PROPOSING\"}")
                .when(
                        "GET /api/v1/services/billing/environments/production/addition",
                        200,
                        "{\"state\": \"PROPOSING\"}")
                .when("GET /api/v1/services/billing/environments/production/addition", 200, """
                        {"state": "MERGING", "step": "Wait for the overlay to be merged", "url": "/repositories/acme/billing/pulls/2"}
                        """);

        int exit = terminal.run("add-environment", "billing", "production", "--replicas", "4", "--wait");

        assertThat(exit).isZero();
        assertThat(JsonMapper.shared().readTree(server.requests().getFirst().body()))
                .isEqualTo(JsonMapper.shared().readTree("{\"environment\": \"production\", \"replicas\": 4}"));
        assertThat(terminal.out()).contains("Wait for the overlay to be merged", "/repositories/acme/billing/pulls/2");
    }

    @Test
    void anEnvironmentThatCouldNotBeAddedGivesAnExitCodeOfItsOwn() {
        server.when(
                "POST /api/v1/services/billing/environments",
                202,
                "{\"state\": \"FAILED\", \"message\": \"The pull request was closed.\"}");

        assertThat(terminal.run("add-environment", "billing", "production")).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.err()).contains("was not brought to production: The pull request was closed.");
    }

    @Test
    void onboardRefusesADirectoryThatIsNoCheckout() {
        assertThat(terminal.run("onboard", home.toString(), "--team", "red")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("is no Git repository");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRunThatFailsGivesAnExitCodeOfItsOwn() {
        server.when("POST /api/v1/templates/java-service/runs", 201, "{\"id\": \"r1\"}")
                .when("GET /api/v1/runs/r1", 200, "{\"status\": \"FAILED\", \"failure\": \"The name is taken.\"}");

        assertThat(terminal.run("new", "pricing-api", "--team", "red", "--wait"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.err()).contains("The name is taken.");
    }

    @Test
    void problemsAreToldWithPlaceExpectationAndNextStep() {
        server.when("POST /api/v1/templates/java-service/runs", 400, """
                {"problems": [{"where": "name", "message": "\\"Pricing\\" is not a service name.", "expected": "lower case", "next": "Choose another."},
                              {"where": "team", "message": "There is no team \\"rde\\"."}]}
                """);

        int exit = terminal.run("new", "Pricing", "--team", "rde");

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).isEqualTo("""
                error: name: "Pricing" is not a service name.
                  expected: lower case
                  next: Choose another.
                error: team: There is no team "rde".
                """);
    }

    @Test
    void problemsAreJsonForMachines() {
        server.when("GET /api/v1/services/x", 403, "{\"problems\": [{\"message\": \"Not yours.\"}]}");

        assertThat(terminal.run("services", "x", "--json")).isEqualTo(ExitCode.FORBIDDEN.code());
        assertThat(JsonMapper.shared()
                        .readTree(terminal.err())
                        .at("/problems/0/message")
                        .asString())
                .isEqualTo("Not yours.");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void publishesAVersionOfTheNewestCommitOfMain() {
        server.when("GET /api/v1/services/pricing-api", 200, "{\"repository\": \"acme/pricing-api\"}")
                .when("GET /api/v1/repositories/acme/pricing-api/commits?limit=1", 200, "[{\"id\": \"abc\"}]")
                .when("POST /api/v1/repositories/acme/pricing-api/releases", 201, "");

        assertThat(terminal.run("publish", "pricing-api", "v1.2.0", "--notes", "Cheaper"))
                .isZero();

        assertThat(JsonMapper.shared().readTree(server.requests().getLast().body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"tag\": \"v1.2.0\", \"commit\": \"abc\", \"title\": \"v1.2.0\", \"notes\": \"Cheaper\"}"));
        assertThat(terminal.run("publish", "pricing-api", "1.2")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void servicesAreATableForPeopleAndTheAnswerForMachines() {
        String services = """
                [{"name": "pricing-api", "team": "red", "repository": "acme/pricing-api",
                  "environments": [{"name": "dev", "health": "Healthy"}]}]""";
        server.when("GET /api/v1/services", 200, services);

        terminal.run("services");
        Terminal machine = Terminal.at(server, home);
        machine.run("services", "--json");

        assertThat(terminal.out()).isEqualTo("""
                SERVICE      TEAM  REPOSITORY        ENVIRONMENTS
                pricing-api  red   acme/pricing-api  dev Healthy
                """);
        assertThat(JsonMapper.shared().readTree(machine.out()))
                .isEqualTo(JsonMapper.shared().readTree(services));
    }

    @Test
    void aServiceSaysWhereInGitItsReleasesStand() {
        server.when("GET /api/v1/services/pricing-api", 200, """
                {"name": "pricing-api", "team": "red", "repository": "acme/pricing-api",
                 "environments": [{"name": "production", "health": "Healthy",
                   "places": [{"where": "shop/overlays/production/kustomization.yaml:5", "rule": "images of a kustomization"}]}]}""");

        terminal.run("services", "pricing-api");

        assertThat(terminal.out())
                .contains(
                        "production: stands in shop/overlays/production/kustomization.yaml:5 (images of a kustomization)");
    }

    @Test
    void promoteWaitsThroughItsStatesAndSaysHowItEnded() {
        server.when(
                        "POST /api/v1/services/pricing-api/environments/production/promotions",
                        202,
                        PROMOTION.formatted("PENDING", ""))
                .when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("RUNNING", "waits for approval"))
                .when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("SUCCEEDED", ""));

        assertThat(terminal.run("promote", "pricing-api", "production", "--wait"))
                .isZero();
        assertThat(terminal.out()).contains("RUNNING (waits for approval)").contains("SUCCEEDED");
    }

    @Test
    void aRejectedPromotionFailsWhoWaits() {
        server.when(
                        "POST /api/v1/services/pricing-api/environments/production/promotions",
                        202,
                        PROMOTION.formatted("PENDING", ""))
                .when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("REJECTED", "by red-lead: too late"));

        assertThat(terminal.run("promote", "pricing-api", "production", "--wait"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out()).contains("by red-lead: too late").contains("0 of 1");
    }

    @Test
    void waitingEndsWithItsTimeLimit() {
        server.when("POST /api/v1/promotions/7/approve", 200, PROMOTION.formatted("RUNNING", ""))
                .when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("RUNNING", ""));

        assertThat(terminal.run("approve", "7", "--wait", "--timeout", "0")).isEqualTo(ExitCode.TIMED_OUT.code());
    }

    @Test
    void statusOfAPromotionWithoutItsNumberIsNoQuestionForEverything() {
        assertThat(terminal.run("status", "--promotion", "")).isEqualTo(ExitCode.USAGE.code());

        assertThat(terminal.err()).contains("--promotion", "the number of a promotion");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void statusOfAPromotionSaysWhatItChangesBeforeOneApproves() {
        server.when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("RUNNING", ""))
                .when("GET /api/v1/promotions/7/content", 200, """
                        {"over": {"id": "0123456789ab", "commit": "1111111111111111111111111111111111111111"},
                         "brought": [{"id": "2222222222222222222222222222222222222222", "subject": "Round\\u202E up", "author": "%s"}],
                         "withdrawn": [], "complete": true, "accounts": ["rosa"],
                         "unattributed": ["2222222222222222222222222222222222222222"]}""".formatted("Rosa".repeat(100)))
                .when("POST /api/v1/promotions/7/approve", 200, PROMOTION.formatted("RUNNING", ""));

        assertThat(terminal.run("status", "--promotion", "7")).isZero();
        assertThat(terminal.out())
                .contains(
                        "over: release 0123456789ab, commit 1111111111\n",
                        "comes   2222222222  Round up  " + "Rosa".repeat(17) + "Ros…\n",
                        "pushed or proposed by: rosa",
                        "Nobody knows who pushed: 2222222222\n");

        terminal.run("status", "--promotion", "7", "--json");
        assertThat(terminal.out()).contains("\"content\"", "\"brought\"");

        terminal.run("approve", "7", "--over", "0123456789ab");
        assertThat(server.requests().getLast().body()).isEqualTo("{\"comment\":\"\",\"over\":\"0123456789ab\"}");
    }

    @Test
    void whatAPromotionThatEndedBeforeItWasWrittenChangesIsNotAsked() {
        server.when("GET /api/v1/promotions/7", 200, PROMOTION.formatted("CANCELLED", ""));

        assertThat(terminal.run("status", "--promotion", "7")).isZero();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void rejectSendsTheReason() {
        server.when("POST /api/v1/promotions/7/reject", 200, PROMOTION.formatted("REJECTED", ""));

        terminal.run("reject", "7", "--reason", "too late");

        assertThat(server.requests().getLast().body()).isEqualTo("{\"reason\":\"too late\"}");
    }

    @Test
    void rollbackShowsWhatItLeavesAndLeavesNothingElse() {
        server.when("GET /api/v1/services/pricing-api", 200, """
                        {"environments": [{"name": "staging", "live": {"id": "other"}},
                         {"name": "production", "live": {"id": "abcdef012345", "commit": "0123456789abcdef"}}]}
                        """)
                .when(
                        "POST /api/v1/services/pricing-api/environments/production/rollback",
                        202,
                        PROMOTION.formatted("PENDING", ""));

        terminal.run("rollback", "pricing-api", "production", "--reason", "too slow");
        terminal.run(
                "rollback", "pricing-api", "production", "--reason", "too slow", "--from", "seen", "--to", "before");

        assertThat(terminal.out())
                .contains("production of pricing-api leaves Release abcdef012345 (0123456789).")
                .doesNotContain("leaves Release seen");
        assertThat(server.requests())
                .extracting(SmallServer.Request::body)
                .containsExactly(
                        "",
                        "{\"reason\":\"too slow\",\"from\":\"abcdef012345\"}",
                        "{\"reason\":\"too slow\",\"from\":\"seen\",\"to\":\"before\"}");
    }

    @Test
    void aRollbackFromSomethingElseIsToldWithTheNextStep() {
        server.when("POST /api/v1/services/pricing-api/environments/production/rollback", 409, """
                {"problems": [{"where": "from", "message": "production runs Release b now, no longer Release a.", "next": "Look again."}]}
                """);

        int exit = terminal.run("rollback", "pricing-api", "production", "--reason", "too slow", "--from", "a");

        assertThat(exit).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(terminal.err()).contains("no longer Release a", "next: Look again.");
    }

    @Test
    void holdAndVetoAreLiftedForAReason() {
        server.when("POST /api/v1/services/pricing-api/environments/production/hold/lift", 204, "")
                .when("POST /api/v1/services/pricing-api/releases/abcdef012345/veto/lift", 204, "");

        assertThat(terminal.run("lift-hold", "pricing-api", "production", "--reason", "it was the network"))
                .isZero();
        assertThat(terminal.run("lift-veto", "pricing-api", "abcdef012345", "--reason", "it was the network"))
                .isZero();

        assertThat(terminal.out())
                .contains(
                        "production of pricing-api is no longer on hold.",
                        "Release abcdef012345 of pricing-api is no longer vetoed.");
        assertThat(server.requests())
                .extracting(SmallServer.Request::body)
                .containsOnly("{\"reason\":\"it was the network\"}");
        assertThat(terminal.run("lift-veto", "pricing-api", "abcdef012345")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void buildsAreFoundByTheServicesRepository() {
        server.when("GET /api/v1/services/pricing-api", 200, "{\"repository\": \"acme/pricing-api\"}")
                .when("GET /api/v1/builds?limit=20&repository=acme%2Fpricing-api", 200, """
                        [{"id": 3, "status": "FAILED", "commit": "0123456789abcdef", "branch": "main", "failure": "Step \\"test\\" failed",
                          "provenance": {"builder": "local"}}]""");

        assertThat(terminal.run("builds", "pricing-api", "--wait")).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out())
                .contains("3      FAILED  0123456789  main    local")
                .contains("Step \"test\" failed");
    }

    @Test
    void aBuildsLogFollowsToItsEnd() {
        server.when(
                        "GET /api/v1/builds/3/log?from=0",
                        200,
                        "{\"lines\": [\"==> compile\"], \"next\": 1, \"end\": false}")
                .when(
                        "GET /api/v1/builds/3/log?from=1",
                        200,
                        "{\"lines\": [\"==> test\"], \"next\": 2, \"end\": true}");

        terminal.run("builds", "acme/pricing-api", "--log", "3", "--wait");

        assertThat(terminal.out()).isEqualTo("==> compile\n==> test\n");
    }

    @Test
    void oneServiceShowsWhatRunsWhereAndWhyNothingMoves() {
        server.when("GET /api/v1/services/pricing-api", 200, """
                {"name": "pricing-api", "team": "red", "repository": "acme/pricing-api", "environments": [
                  {"name": "dev", "health": "Healthy", "message": "", "url": "http://pricing-api.localhost:7070/",
                   "live": {"id": "abcdef012345", "commit": "0123456789abcdef"}, "candidate": null, "explanation": "",
                   "hold": null, "openPromotion": null, "pods": [{"ready": true}, {"ready": false}]},
                  {"name": "production", "health": "Not released", "message": "", "url": "", "live": null,
                   "candidate": null, "explanation": "Waits for an approval.", "hold": {"reason": "rolled back"},
                   "openPromotion": 7, "pods": []}]}""");

        terminal.run("services", "pricing-api");

        assertThat(terminal.out()).isEqualTo("""
                pricing-api (team red, repository acme/pricing-api)
                ENVIRONMENT  RELEASE                    HEALTH        PODS  NEXT  URL
                dev          abcdef012345 (0123456789)  Healthy       1/2   -     http://pricing-api.localhost:7070/
                production   nothing released yet       Not released  -     -     -
                  production: on hold, rolled back
                  production: promotion 7. Waits for an approval.
                """);
    }

    @Test
    void configShowsSetsAndRemoves() {
        String path = "/api/v1/services/pricing-api/environments/production/configuration";
        server.when(
                        "GET " + path,
                        200,
                        "[{\"name\": \"A\", \"value\": \"1\", \"source\": \"OVERLAY\", \"file\": \"f.yaml\", \"line\": 3}]")
                .when(
                        "POST " + path,
                        202,
                        "{\"status\": \"proposed\", \"url\": \"/repositories/acme/pricing-api/pulls/4\"}");

        terminal.run("config", "pricing-api", "production");
        terminal.run("config", "pricing-api", "production", "A=b=c", "--unset", "B");

        assertThat(terminal.out())
                .contains("A     1      overlay  f.yaml:3")
                .contains("A: proposed, see " + server.url() + "/repositories/acme/pricing-api/pulls/4");
        assertThat(server.requests().subList(1, 3))
                .extracting(request -> JsonMapper.shared().readTree(request.body()))
                .containsExactly(
                        JsonMapper.shared().readTree("{\"name\": \"A\", \"value\": \"b=c\"}"),
                        JsonMapper.shared().readTree("{\"name\": \"B\"}"));
    }

    @Test
    void deleteWaitsUntilEverythingIsGone() {
        server.when("POST /api/v1/services/pricing-api/deletion", 202, "{\"state\": \"MARKING\"}")
                .when(
                        "GET /api/v1/services/pricing-api/deletion",
                        200,
                        "{\"state\": \"DRAINING\", \"message\": \"2 pods\"}")
                .when("GET /api/v1/services/pricing-api/deletion", 200, "{\"state\": \"SUCCEEDED\"}");

        assertThat(terminal.run("delete", "pricing-api", "--confirm", "pricing-api", "--wait"))
                .isZero();
        assertThat(terminal.out()).contains("draining: 2 pods").contains("succeeded");
    }

    @Test
    void configSetsNothingWhenOneAssignmentIsWrong() {
        assertThat(terminal.run("config", "pricing-api", "production", "A=1", "B"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void deleteNeedsTheNameTwice() {
        server.when("POST /api/v1/services/pricing-api/deletion", 202, "{}");

        assertThat(terminal.run("delete", "pricing-api", "--confirm", "pricing"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(server.requests()).isEmpty();
        assertThat(terminal.run("delete", "pricing-api", "--confirm", "pricing-api"))
                .isZero();
    }

    @Test
    void whatOthersWroteDoesNotSteerTheTerminal() {
        server.when("GET /api/v1/services/pricing-api/environments/dev/logs?lines=200", 200, """
                [{"at": "2026-11-21T02:00:00Z", "pod": "p-1", "text": "\\u001b[2Jhello\\u0007"}]""");

        terminal.run("logs", "pricing-api", "dev");

        assertThat(terminal.out()).isEqualTo("2026-11-21T02:00:00Z p-1 hello\n");
    }

    @Test
    void openPrintsTheServicesAddress() {
        server.when("GET /api/v1/services/pricing-api", 200, """
                {"environments": [{"name": "dev", "url": "http://pricing-api.localhost:7070/"}]}""");

        assertThat(terminal.run("open", "pricing-api", "dev", "--print")).isZero();
        assertThat(terminal.out()).isEqualTo("http://pricing-api.localhost:7070/\n");
        assertThat(terminal.run("open", "pricing-api", "production", "--print")).isEqualTo(ExitCode.NOT_FOUND.code());
    }

    @Test
    void statusShowsWhatWaitsForMe() {
        server.when("GET /api/v1/promotions/awaiting-approval", 200, "[" + PROMOTION.formatted("RUNNING", "") + "]");

        terminal.run("status");

        assertThat(terminal.out()).contains("7          PROMOTION  pricing-api  production  abcdef012345  RUNNING");
    }

    @Test
    void helpListsCommandsAndExitCodes() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("promote", "rollback", "demo", "Slipway does not answer");
        assertThat(terminal.run("promot")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("promote");
    }

    @Test
    void morePreviewsThanTheServerGivesAtOnceAreAskedForPageByPage() {
        String page = "{\"total\": 1200, \"previews\": ["
                + String.join(",", Collections.nCopies(500, "{\"service\": \"shop\", \"state\": \"READY\"}"))
                + "]}";
        server.when("GET /api/v1/previews?limit=500&offset=100&service=&team=red&state=ready", 200, page)
                .when("GET /api/v1/previews?limit=200&offset=600&service=&team=red&state=ready", 200, page);

        assertThat(terminal.run("previews", "--team", "red", "--state", "ready", "--limit", "700", "--offset", "100"))
                .isZero();

        assertThat(terminal.out()).contains("These are 1000 of 1200");
    }

    @Test
    void previewsAreListedWithTheirAddressOrWhyTheyHaveNone() {
        server.when("GET /api/v1/previews?limit=100&offset=0&service=shop&team=&state=", 200, """
                {"total": 12, "previews": [
                  {"service": "shop", "number": 1, "state": "READY", "head": "0123456789abcdef", "kept": true,
                   "url": "http://shop-pr-1-red.localhost:7070/", "message": ""},
                  {"service": "shop", "number": 2, "state": "WAITING", "head": "123456789abcdef0", "kept": false,
                   "url": "http://shop-pr-2-red.localhost:7070/", "message": "Team red has 1 previews."}]}
                """);

        assertThat(terminal.run("previews", "--service", "shop")).isZero();

        assertThat(terminal.out())
                .contains("http://shop-pr-1-red.localhost:7070/")
                .doesNotContain("shop-pr-2-red")
                .contains("Team red has 1 previews.")
                .contains("2 of 12");
    }

    @Test
    void endingAPreviewNeedsItsService() {
        assertThat(terminal.run("previews", "--end", "3")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--service");
    }

    @Test
    void moreApplicationsThanTheServerGivesAtOnceAreAskedForPageByPage() {
        String page = "{\"commit\": \"0123456789abcdef\", \"newest\": true, \"total\": 1200, \"applications\": ["
                + String.join(",", Collections.nCopies(500, "{\"name\": \"shop-dev\"}"))
                + "]}";
        server.when("GET /api/v1/applications?limit=500&offset=100&only=doubts&q=shop%20dev", 200, page)
                .when("GET /api/v1/applications?limit=200&offset=600&only=doubts&q=shop%20dev", 200, page);

        assertThat(terminal.run(
                        "applications",
                        "--search",
                        "shop dev",
                        "--only",
                        "doubts",
                        "--limit",
                        "700",
                        "--offset",
                        "100"))
                .isZero();

        assertThat(terminal.out()).contains("These are 1000 of 1200").doesNotContain("newer commit");
    }

    @Test
    void applicationsAreListedWithWhatIsWrongAndOfWhichCommit() {
        server.when("GET /api/v1/applications?limit=100&offset=0&only=&q=", 200, """
                {"commit": "0123456789abcdef", "newest": false, "total": 1, "applications": [
                  {"name": "shop-dev", "environment": "dev", "namespace": "red-dev", "file": "applications/shop/dev.yaml",
                   "problems": [{"message": "It does not render.", "next": "Mend it."}],
                   "doubts": [{"message": "It is old.", "next": null}]}]}
                """);

        assertThat(terminal.run("applications")).isZero();

        assertThat(terminal.out())
                .contains("applications/shop/dev.yaml")
                .contains("Problem of shop-dev: It does not render. Mend it.")
                .contains("Doubt of shop-dev: It is old.")
                .contains("As of 0123456789; a newer commit is being read.");
    }

    @Test
    void whereNoApplicationIsFoundANewerCommitMayHoldIt() {
        server.when(
                "GET /api/v1/applications?limit=100&offset=0&only=&q=new",
                200,
                "{\"commit\": \"0123456789abcdef\", \"newest\": false, \"total\": 0, \"applications\": []}");

        assertThat(terminal.run("applications", "--search", "new")).isZero();

        assertThat(terminal.out()).contains("No Application is like that.", "a newer commit is being read");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(terminal.run("help", "config")).isZero();
        Terminal option = Terminal.at(server, home);
        option.run("config", "--help");

        assertThat(terminal.out()).contains("SERVICE ENVIRONMENT").isEqualTo(option.out());
        assertThat(Terminal.at(server, home).run("pr", "help")).isZero();
    }

    @Test
    void aMisspeltCommandIsNamedAndAFarOffWordIsNot() {
        assertThat(terminal.run("promte")).isEqualTo(ExitCode.USAGE.code());
        Terminal stranger = Terminal.at(server, home);
        stranger.run("remove");

        assertThat(terminal.err()).contains("Did you mean: slipway promote?").doesNotContain("Usage:");
        assertThat(stranger.err()).contains("Usage: slipway").doesNotContain("Did you mean");
    }
}
