package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A service's way from a golden path to production and back, through a preview and a backup, against a running server with the sample teams. Rosa leads team
 * red and writes the code, Ren asks for production, Remy manages releases. Each step holds only if a real request or a git
 * command says so; a server that is killed meanwhile and started again makes no difference.
 */
public final class Demo {

    private static final String PLATFORM = "acme/platform";
    private static final String SERVICE = "pricing-api";
    private static final String REPOSITORY = "acme/" + SERVICE;

    private final LocalServer server;
    private final Report report;
    private final PrintWriter out;
    private final Patience patience;
    private final Workload workload;
    private final PullRequests pullRequests;
    private final People people;
    private final Desk desk;
    private final PreviewSteps preview;
    private final BackupSteps backup;

    /** @param workspace an empty directory for clones */
    public Demo(LocalServer server, Path workspace, PrintWriter out, Patience patience) {
        this.server = server;
        this.out = out;
        this.report = new Report(out);
        this.patience = patience;
        this.workload = new Workload(server.port());
        this.pullRequests = new PullRequests(this.patience);
        this.people = people();
        this.desk = new Desk(people, workspace, this.patience, pullRequests);
        this.preview = new PreviewSteps(desk, server, SERVICE);
        this.backup = new BackupSteps(server, workspace, this.patience);
    }

    private People people() {
        Path file = server.data().resolve("sample-users.json");
        return patience.await(
                "the server's first start",
                () -> Files.exists(file) ? Optional.of(People.read(server.port(), server.data())) : Optional.empty(),
                () -> "no " + file + " yet; the server's log is " + server.log());
    }

    /** @throws RuntimeException that says what did not hold */
    public void run() {
        report.step("Shorten the gates' times", this::shortenGates);
        report.step("Create " + SERVICE + " for team red", this::create);
        report.step("dev answers", () -> answers("dev", "Hello"));
        report.step("Change it: clone, edit, push, pull request, merge", this::changeGreeting);
        report.step("dev answers with the change", () -> answers("dev", "Ahoy"));
        report.step("staging follows through its gates", () -> answers("staging", "Ahoy"));
        report.step("Ren asks for production", this::askForProduction);
        report.step("The author's approval is refused", this::authorIsRefused);
        report.step("Remy approves", this::approve);
        report.step("production answers", () -> answers("production", "Ahoy"));
        report.step("The same Release runs in all three", this::sameRelease);
        report.step("Change a variable of production", this::configure);
        report.step("production answers with it, staging does not", this::configured);
        report.step("Roll production back", this::rollBack);
        report.step("production answers as before", () -> answers("production", "Ahoy"));
        report.step("Open a pull request: branch, edit, push", preview::open);
        report.step("Its preview answers with the change", () -> preview.answers("Servus"));
        report.step("A WebSocket through the gateway echoes", preview::echoes);
        report.step("Push again", preview::push);
        report.step("The preview shows it", () -> preview.answers("Moin"));
        report.step("Merge the pull request", preview::merge);
        report.step("The preview is gone", preview::gone);
        report.step("Back everything up", backup::backUp);
        report.step(
                "Restored elsewhere it answers the same",
                () -> backup.restore(List.of(host("dev"), host("staging"), host("production"))));
        report.step("The deployment history is git log", this::history);
        report.print();
    }

    private String shortenGates() {
        ServerClient paula = people.client("paula");
        Git git = desk.clone("paula", PLATFORM, "platform");
        desk.edit(
                "platform/platform.yaml",
                text -> text.replace("{for: 1m}", "{for: 2s}").replace("{for: 10m}", "{for: 3s}"));
        int number = desk.propose(git, paula, PLATFORM, "shorter-gates", "Shorten the gates' times for the demo");
        String commit = pullRequests.merge(paula, PLATFORM, number);
        patience.await(
                "the shorter gates to be in force",
                () -> Optional.of(paula.get("/api/v1/platform").path("inForce").asString(""))
                        .filter(inForce -> !inForce.isEmpty()
                                && git.tryRun("fetch", "-q", "origin").exitCode() == 0)
                        .filter(inForce -> git.tryRun("merge-base", "--is-ancestor", commit, inForce)
                                        .exitCode()
                                == 0),
                () -> paula.get("/api/v1/platform").toString());
        return "pull request #" + number + " merged by Paula";
    }

    private String create() {
        ServerClient rosa = people.client("rosa");
        JsonNode run = rosa.post(
                "/api/v1/templates/java-service/runs",
                Map.of(
                        "values",
                        Map.of(
                                "name",
                                SERVICE,
                                "team",
                                "group:default/red",
                                "description",
                                "Knows what everything costs",
                                "production",
                                true,
                                "replicas",
                                2)));
        String id = run.path("id").asString();
        patience.await(
                "the run of the golden path",
                () -> ended(rosa, id),
                () -> rosa.get("/api/v1/runs/" + id).toString());
        List<JsonNode> merged = patience.await(
                "the one pull request to be merged",
                () -> Optional.of(scaffolds(rosa))
                        .filter(all -> all.size() == 1
                                && all.getFirst().path("state").asString().equals("MERGED")),
                () -> scaffolds(rosa).toString());
        return "run " + id + ", platform pull request #"
                + merged.getFirst().path("number").asInt() + " merged itself";
    }

    private static Optional<String> ended(ServerClient client, String id) {
        String status = client.get("/api/v1/runs/" + id).path("status").asString();
        if (Set.of("FAILED", "CANCELLED").contains(status)) {
            throw new DemoFailure("Run " + id + " ended as " + status + ": " + client.get("/api/v1/runs/" + id));
        }
        return Optional.of(status).filter(Set.of("COMPLETED", "SUCCEEDED")::contains);
    }

    /** The pull requests of the platform repository that declare the service. */
    private static List<JsonNode> scaffolds(ServerClient client) {
        return stream(client.get("/api/v1/repositories/" + PLATFORM + "/pulls"))
                .filter(pull -> pull.path("title").asString().contains(SERVICE))
                .toList();
    }

    private String changeGreeting() {
        ServerClient rosa = people.client("rosa");
        Git git = desk.clone("rosa", REPOSITORY, SERVICE);
        for (String environment : List.of("dev", "staging", "production")) {
            desk.edit(
                    SERVICE + "/deploy/overlays/" + environment + "/environment.yaml",
                    text -> text.replace("Hello", "Ahoy"));
        }
        int number = desk.propose(git, rosa, REPOSITORY, "friendlier", "Greet like a sailor");
        pullRequests.merge(rosa, REPOSITORY, number);
        return "pull request #" + number + " built, checked and merged";
    }

    private String askForProduction() {
        ServerClient ren = people.client("ren");
        JsonNode promotion = patience.await(
                "staging to hold what is to be promoted", () -> request(ren), () -> "nothing to promote yet");
        JsonNode asked = patience.await(
                "the gates to be asked",
                () -> Optional.of(promotion(ren, promotion.path("id").asLong()))
                        .filter(now -> !now.path("gates").isEmpty()),
                () -> promotion(ren, promotion.path("id").asLong()).toString());
        return "promotion " + asked.path("id") + ": "
                + stream(asked.path("gates"))
                        .map(gate -> gate.path("definition").asString() + " "
                                + gate.path("verdict").asString())
                        .collect(Collectors.joining(", "));
    }

    private static Optional<JsonNode> request(ServerClient client) {
        try {
            return Optional.of(
                    client.post("/api/v1/services/" + SERVICE + "/environments/production/promotions", Map.of()));
        } catch (ServerProblem notYet) {
            if (notYet.status() == 409) {
                return Optional.empty();
            }
            throw notYet;
        }
    }

    private String authorIsRefused() {
        JsonNode promotion = openPromotion(people.client("rosa"));
        try {
            people.client("rosa").post("/api/v1/promotions/" + promotion.path("id") + "/approve", Map.of());
        } catch (ServerProblem refused) {
            return refused.problems().getFirst();
        }
        throw new DemoFailure("Rosa's approval of her own change was taken.");
    }

    private String approve() {
        ServerClient remy = people.client("remy");
        long id = openPromotion(remy).path("id").asLong();
        remy.post("/api/v1/promotions/" + id + "/approve", Map.of("comment", "Looks good"));
        return "promotion " + id + " " + succeeded(remy, id);
    }

    private String succeeded(ServerClient client, long id) {
        patience.await(
                "promotion " + id + " to succeed",
                () -> Optional.of(promotion(client, id).path("state").asString())
                        .filter(state -> {
                            if (Set.of("FAILED", "REJECTED", "CANCELLED").contains(state)) {
                                throw new DemoFailure(
                                        "Promotion " + id + " ended as " + state + ": " + promotion(client, id));
                            }
                            return state.equals("SUCCEEDED");
                        }),
                () -> promotion(client, id).toString());
        return "succeeded";
    }

    private String sameRelease() {
        Set<String> releases =
                Stream.of("dev", "staging", "production").map(this::liveRelease).collect(Collectors.toSet());
        if (releases.size() != 1) {
            throw new DemoFailure("The environments run different Releases: " + releases);
        }
        return "Release " + releases.iterator().next();
    }

    private String liveRelease(String environment) {
        return stream(people.client("ren")
                        .get("/api/v1/services/" + SERVICE + "/promotions?environment=" + environment))
                .filter(promotion -> promotion.path("state").asString().equals("SUCCEEDED"))
                .findFirst()
                .map(promotion -> promotion.path("release").path("id").asString())
                .orElseThrow(() -> new DemoFailure("Nothing went live in " + environment));
    }

    private String configure() {
        ServerClient rosa = people.client("rosa");
        rosa.post(
                "/api/v1/services/" + SERVICE + "/environments/production/configuration",
                Map.of("name", "GREETING", "value", "Welcome aboard"));
        int number = patience.await(
                "the pull request with the variable",
                () -> stream(rosa.get("/api/v1/repositories/" + REPOSITORY + "/pulls?state=OPEN"))
                        .map(pull -> pull.path("number").asInt())
                        .findFirst(),
                () -> rosa.get("/api/v1/repositories/" + REPOSITORY + "/pulls").toString());
        String commit = pullRequests.merge(rosa, REPOSITORY, number);
        ServerClient ren = people.client("ren");
        patience.await(
                "staging to run the change",
                () -> stream(ren.get("/api/v1/services/" + SERVICE + "/promotions?environment=staging"))
                        .filter(each -> each.path("state").asString().equals("SUCCEEDED"))
                        .filter(each ->
                                each.path("release").path("commit").asString().equals(commit))
                        .findFirst(),
                () -> ren.get("/api/v1/services/" + SERVICE + "/promotions").toString());
        long id = patience.await("the promotion to begin", () -> request(ren), () -> "refused")
                .path("id")
                .asLong();
        people.client("remy").post("/api/v1/promotions/" + id + "/approve", Map.of("comment", "Friendly"));
        return "pull request #" + number + ", promotion " + id + " " + succeeded(ren, id);
    }

    private String configured() {
        String production = answers("production", "Welcome aboard");
        return production + "; staging: " + answers("staging", "Ahoy");
    }

    private String rollBack() {
        ServerClient remy = people.client("remy");
        JsonNode rollback = remy.post(
                "/api/v1/services/" + SERVICE + "/environments/production/rollback",
                Map.of("reason", "The demo shows how"));
        long id = rollback.path("id").asLong();
        return "rollback " + id + " " + succeeded(remy, id);
    }

    private String history() {
        Git git = desk.clone("remy", PLATFORM, "history");
        String log = git.run("log", "--format=%h %s", "--", "applications/" + SERVICE);
        out.println(log.indent(6));
        long deployments = log.lines()
                .filter(line -> line.matches("\\S+ (Deploy|Promote|Roll) .*"))
                .count();
        if (deployments < 6) {
            throw new DemoFailure("Only " + deployments + " deployments are in the history.");
        }
        return deployments + " deployments, each one commit";
    }

    private String answers(String environment, String text) {
        String host = host(environment);
        Workload.Answer answer = patience.await(
                host + " to answer \"" + text + "\"",
                () -> Optional.of(workload.get(host, "/"))
                        .filter(each -> each.status() == 200 && each.body().contains(text)),
                () -> workload.get(host, "/").toString());
        return "http://" + host + ":" + server.port() + "/ says "
                + answer.body().lines().findFirst().orElse("");
    }

    private JsonNode openPromotion(ServerClient client) {
        return stream(client.get("/api/v1/services/" + SERVICE + "/promotions?environment=production"))
                .filter(promotion -> promotion.path("state").asString().equals("RUNNING"))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("No promotion to production waits."));
    }

    private static JsonNode promotion(ServerClient client, long id) {
        return client.get("/api/v1/promotions/" + id);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static String host(String environment) {
        return switch (environment) {
            case "dev" -> SERVICE + ".localhost";
            case "production" -> SERVICE + "-prod.localhost";
            default -> SERVICE + "-" + environment + ".localhost";
        };
    }
}
