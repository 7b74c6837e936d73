package dev.slipway.endtoend;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Desk;
import dev.slipway.cli.demo.Git;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.demo.PullRequests;
import dev.slipway.cli.demo.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What goes on after the demo: one change after the other on its way through all environments, and back from production. */
final class Rounds {

    private static final String SERVICE = "pricing-api";
    private static final String REPOSITORY = "acme/" + SERVICE;

    private final Patience patience;
    private final Workload workload;
    private final PullRequests pullRequests;
    private final Desk desk;
    private final ServerClient rosa;
    private final ServerClient ren;
    private final ServerClient remy;
    private int made;

    Rounds(LocalServer server, Path workspace, Patience patience) {
        People people = People.read(server.port(), server.data());
        this.patience = patience;
        this.workload = new Workload(server.port());
        this.pullRequests = new PullRequests(patience);
        this.desk = new Desk(people, workspace, patience, pullRequests);
        this.rosa = people.client("rosa");
        this.ren = people.client("ren");
        this.remy = people.client("remy");
    }

    /** How many there have been. */
    int made() {
        return made;
    }

    /** One more, from the commit to the rollback. */
    void make() {
        String name = "round-" + ++made;
        String commit = change(name);
        answers("dev", name);
        succeeded("staging", commit);
        answers("staging", name);
        promote();
        answers("production", name);
        rollBack(name);
        answers("production", "Ahoy");
    }

    private String change(String name) {
        Git git = desk.clone("rosa", REPOSITORY, name);
        for (String environment : List.of("dev", "staging", "production")) {
            desk.edit(
                    name + "/deploy/overlays/" + environment + "/environment.yaml",
                    text -> text.replaceFirst("(name: GREETING\\s+value: ).*", "$1" + name));
        }
        int number = desk.propose(git, rosa, REPOSITORY, name, "Greet in " + name);
        return pullRequests.merge(rosa, REPOSITORY, number);
    }

    private void succeeded(String environment, String commit) {
        String path = "/api/v1/services/" + SERVICE + "/promotions?environment=" + environment;
        patience.await(
                commit + " to be live in " + environment,
                () -> rosa.get(path)
                        .valueStream()
                        .filter(each -> each.path("state").asString().equals("SUCCEEDED"))
                        .filter(each ->
                                each.path("release").path("commit").asString().equals(commit))
                        .findFirst(),
                () -> rosa.get(path).toString());
    }

    private void promote() {
        JsonNode promotion = patience.await("the promotion to begin", this::request, () -> "refused");
        remy.post("/api/v1/promotions/" + promotion.path("id") + "/approve", Map.of("comment", "Looks good"));
        succeeded(promotion);
    }

    private Optional<JsonNode> request() {
        try {
            return Optional.of(
                    ren.post("/api/v1/services/" + SERVICE + "/environments/production/promotions", Map.of()));
        } catch (ServerProblem notYet) {
            if (notYet.status() != 409) {
                throw notYet;
            }
            return Optional.empty();
        }
    }

    private void rollBack(String name) {
        succeeded(remy.post(
                "/api/v1/services/" + SERVICE + "/environments/production/rollback",
                Map.of("reason", "End of " + name)));
    }

    private void succeeded(JsonNode promotion) {
        String path = "/api/v1/promotions/" + promotion.path("id");
        patience.await(
                path + " to succeed",
                () -> Optional.of(remy.get(path).path("state").asString()).filter("SUCCEEDED"::equals),
                () -> remy.get(path).toString());
    }

    private void answers(String environment, String text) {
        String host = Map.of("dev", SERVICE, "staging", SERVICE + "-staging", "production", SERVICE + "-prod")
                        .get(environment)
                + ".localhost";
        patience.await(
                host + " to answer \"" + text + "\"",
                () -> Optional.of(workload.get(host, "/"))
                        .filter(answer ->
                                answer.status() == 200 && answer.body().contains(text)),
                () -> workload.get(host, "/").toString());
    }
}
