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
                        () -> Optional.of(rosa.get(path()).path("state").asString())
                                .filter("READY"::equals),
                        () -> rosa.get(path()).toString());
        Workload.Answer answer = desk.patience()
                .await(
                        host() + " to answer \"" + text + "\"",
                        () -> Optional.of(workload.get(host(), "/"))
                                .filter(each ->
                                        each.status() == 200 && each.body().contains(text)),
                        () -> rosa.get(path()) + " " + workload.get(host(), "/"));
        return "http://" + host() + ":" + server.port() + "/ says "
                + answer.body().lines().findFirst().orElse("");
    }

    String merge() {
        desk.pullRequests().merge(rosa, repository(), number);
        return "pull request #" + number;
    }

    /** Directory, processes, routes and namespace. */
    String gone() {
        desk.patience()
                .await(
                        "the preview to be gone",
                        () -> isUnknown() ? Optional.of(true) : Optional.<Boolean>empty(),
                        () -> rosa.get(path()).toString());
        if (workload.get(host(), "/").status() != 404) {
            throw new DemoFailure("There is still a route to " + host() + ".");
        }
        List<String> left = Stream.concat(files(), processes()).toList();
        if (!left.isEmpty()) {
            throw new DemoFailure("Of the preview there is left: " + left);
        }
        return "no file in " + PLATFORM + ", no process, no route, no namespace";
    }

    private boolean isUnknown() {
        try {
            rosa.get(path());
            return false;
        } catch (ServerProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return true;
        }
    }

    private Stream<String> files() {
        Git platform = desk.clone("rosa", PLATFORM, "after-the-preview");
        return platform.run("ls-files")
                .lines()
                .filter(file -> file.contains(service + "-pr-") || file.contains("/" + service + "/previews/"));
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
