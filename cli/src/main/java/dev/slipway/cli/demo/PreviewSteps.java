package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A pull request's preview, from the first commit until nothing is left. */
final class PreviewSteps {

    private static final String PLATFORM = "acme/platform";
    private static final String BRANCH = "previewed";

    private final Desk desk;
    private final LocalServer server;
    private final String service;
    private final ServerClient rosa;
    private final Workload workload;
    private int number;

    PreviewSteps(Desk desk, LocalServer server, String service) {
        this.desk = desk;
        this.server = server;
        this.service = service;
        this.rosa = desk.people().client("rosa");
        this.workload = new Workload(server.port());
    }

    String open() {
        Git git = desk.clone("rosa", repository(), directory());
        greet("Hello", "Servus");
        EchoChange.write(desk, directory());
        number = desk.propose(git, rosa, repository(), BRANCH, "Greet in the south");
        return "pull request #" + number;
    }

    String push() {
        greet("Servus", "Moin");
        desk.push(new Git(desk.workspace().resolve(directory())), BRANCH, "Greet in the north");
        return "a second commit of pull request #" + number;
    }

    private void greet(String before, String after) {
        desk.edit(directory() + "/deploy/overlays/preview/environment.yaml", text -> text.replace(before, after));
    }

    String answers(String text) {
        desk.patience()
                .await(
                        "the preview to be announced",
                        () -> preview()
                                .filter(each -> each.path("state").asString().equals("READY")),
                        () -> preview().toString());
        Workload.Answer answer = desk.patience()
                .await(
                        host() + " to answer \"" + text + "\"",
                        () -> Optional.of(workload.get(host(), "/"))
                                .filter(each ->
                                        each.status() == 200 && each.body().contains(text)),
                        () -> preview() + " " + workload.get(host(), "/"));
        return "http://" + host() + ":" + server.port() + "/ says "
                + answer.body().lines().findFirst().orElse("");
    }

    /** The pull request's code, with what the golden path does not have. */
    String echoes() {
        EchoCall call = new EchoCall(server.port());
        String said = desk.patience()
                .await(
                        "a WebSocket to " + host() + " to echo",
                        () -> Optional.of(call.say(host(), "/echo", "Grüß Gott"))
                                .filter("Grüß Gott"::equals),
                        () -> call.say(host(), "/echo", "Grüß Gott"));
        return "ws://" + host() + ":" + server.port() + "/echo says \"" + said + "\" back";
    }

    String merge() {
        desk.pullRequests().merge(rosa, repository(), number);
        return "pull request #" + number;
    }

    /** Directory, processes, routes and namespace. */
    String gone() {
        var _ = desk.patience()
                .await(
                        "the preview to be gone",
                        () -> Optional.of(left()).filter(List::isEmpty),
                        () -> preview() + ", left: " + left());
        List<String> files = files();
        if (!files.isEmpty()) {
            throw new DemoFailure("Of the preview there is left in Git: " + files);
        }
        return "no file in " + PLATFORM + ", no process, no route, no namespace";
    }

    private List<String> left() {
        Stream<String> known = preview().stream().map(each -> "preview " + path());
        Stream<String> routed =
                workload.get(host(), "/").status() == 404 ? Stream.empty() : Stream.of("route to " + host());
        return Stream.of(known, routed, processes()).flatMap(each -> each).toList();
    }

    /** Empty before the server has seen the pull request, and after the preview is gone. */
    private Optional<JsonNode> preview() {
        try {
            return Optional.of(rosa.get(path()));
        } catch (ServerProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private List<String> files() {
        Git platform = desk.clone("rosa", PLATFORM, "after-the-preview");
        return platform.run("ls-files")
                .lines()
                .filter(file -> file.contains(service + "-pr-") || file.contains("/" + service + "/previews/"))
                .toList();
    }

    /** Each process of the local cluster carries its pod's name in its environment; only Linux tells. */
    private Stream<String> processes() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> {
                        String environment = environment(process);
                        return environment.contains("SLIPWAY_CLUSTER=" + server.data())
                                && environment.contains("SLIPWAY_POD=" + service + "-pr-" + number);
                    })
                    .map(process -> "process " + process.getFileName())
                    .toList()
                    .stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private String repository() {
        return "acme/" + service;
    }

    private String directory() {
        return service + "-previewed";
    }

    private String path() {
        return "/api/v1/previews/" + service + "/" + number;
    }

    private String host() {
        return service + "-pr-" + number + "-red.localhost";
    }
}
