package dev.slipway.bench.previews;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.demo.Git;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.demo.PullRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Services of the two sample teams, and their pull requests. */
final class Fleet {

    private static final String PLATFORM = "acme/platform";

    private final Path workspace;
    private final Patience patience = new Patience(Duration.ofMinutes(20));
    private final PullRequests pullRequests = new PullRequests(patience);
    private final People people;
    private final List<Service> services = new ArrayList<>();

    private record Service(String name, String lead) {
        String repository() {
            return "acme/" + name;
        }
    }

    Fleet(LocalServer server, Path workspace) {
        this.workspace = workspace;
        Path users = server.data().resolve("sample-users.json");
        this.people = patience.await(
                "the server's first start",
                () -> Files.exists(users)
                        ? Optional.of(People.read(server.port(), server.data()))
                        : Optional.<People>empty(),
                () -> "see " + server.log());
    }

    /** Makes services, in turn for each team, and waits until all run in dev. */
    void create(int count) {
        for (int i = 0; i < count; i++) {
            boolean red = i % 2 == 0;
            services.add(new Service("bench-" + i, red ? "rosa" : "bea"));
            create(services.getLast(), red ? "red" : "blue");
        }
        services.forEach(service -> patience.await(
                service.name() + " in dev",
                () -> Optional.of(client(service).get("/api/v1/services/" + service.name()))
                        .filter(now -> now.path("environments")
                                .path(0)
                                .path("health")
                                .asString("")
                                .equals("Healthy")),
                () -> "not healthy"));
    }

    private void create(Service service, String team) {
        Map<String, Object> values =
                Map.of("name", service.name(), "team", "group:default/" + team, "production", false);
        patience.await(
                "the golden paths",
                () -> Optional.of(client(service).get("/api/v1/templates")).filter(all -> !all.isEmpty()),
                () -> "no template");
        JsonNode run = client(service).post("/api/v1/templates/java-service/runs", Map.of("values", values));
        String path = "/api/v1/runs/" + run.path("id").asString();
        patience.await(
                service.name(),
                () -> Optional.of(client(service).get(path).path("status").asString())
                        .filter("SUCCEEDED"::equals),
                () -> client(service).get(path).toString());
    }

    /** Opens so many pull requests of each service. */
    void open(int each) {
        for (int number = 0; number < each; number++) {
            for (Service service : services) {
                open(service, number);
            }
        }
    }

    private void open(Service service, int number) {
        String branch = "change-" + number;
        Path clone = workspace.resolve(service.name() + "-" + number);
        new Git(workspace).run("clone", "-q", people.cloneUrl(service.lead(), service.repository()), clone.toString());
        Git git = new Git(clone);
        git.run("checkout", "-q", "-b", branch);
        try {
            Files.writeString(clone.resolve("notes.md"), "Change " + number + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git.run("add", "--all");
        git.run("-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "-m", "Change " + number);
        git.run("push", "-q", "origin", branch);
        pullRequests.open(client(service), service.repository(), branch, "Change " + number);
    }

    /** Waits until every preview answers or waits for a place. */
    List<Waited> settled() {
        Set<String> ends = Set.of("READY", "WAITING", "FAILED");
        JsonNode previews = patience.await(
                "all previews",
                () -> Optional.of(previews().path("previews"))
                        .filter(all -> all.valueStream()
                                .allMatch(
                                        each -> ends.contains(each.path("state").asString()))),
                () -> "not all there");
        return previews.valueStream().map(this::waited).toList();
    }

    private Waited waited(JsonNode preview) {
        String repository = preview.path("repository").asString();
        String service = preview.path("service").asString();
        String head = preview.path("head").asString();
        JsonNode builds = admin().get("/api/v1/builds?limit=200&repository=" + repository);
        JsonNode commits = admin().get("/api/v1/repositories/" + PLATFORM + "/commits?limit=500");
        return Waited.of(preview, service, head, builds, commits);
    }

    private JsonNode previews() {
        return admin().get("/api/v1/previews?limit=500");
    }

    /** Closes all pull requests at once and waits until nothing is left. */
    void close() throws IOException {
        previews()
                .path("previews")
                .forEach(preview -> admin().post(
                                "/api/v1/repositories/"
                                        + preview.path("repository").asString() + "/pulls/"
                                        + preview.path("number").asInt() + "/close",
                                Map.of()));
        patience.await(
                "the end of all previews",
                () -> previews().path("total").asInt() == 0 ? Optional.of(true) : Optional.<Boolean>empty(),
                () -> previews().toString());
        List<String> left = Stream.concat(files(), processes().stream()).toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException("There is left: " + left);
        }
    }

    private Stream<String> files() {
        Path clone = workspace.resolve("platform-after");
        new Git(workspace).run("clone", "-q", people.cloneUrl("paula", PLATFORM), clone.toString());
        return new Git(clone).run("ls-files").lines().filter(file -> file.matches(".*(-pr-[0-9]|/previews/).*"));
    }

    private static List<String> processes() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> environment(process).matches("(?s).*SLIPWAY_POD=bench-[0-9]+-pr-.*"))
                    .map(process -> "process " + process.getFileName())
                    .toList();
        }
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private ServerClient admin() {
        return people.client("paula");
    }

    private ServerClient client(Service service) {
        return people.client(service.lead());
    }
}
