package dev.slipway.endtoend;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Git;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.demo.PullRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One running server with the sample teams, and what people do to it again and again. */
final class Stage implements AutoCloseable {

    static final String PLATFORM = "acme/platform";

    private final LocalServer server;
    private final Path workspace;
    private final Patience patience = new Patience(Duration.ofMinutes(1));
    private final People people;
    private final PullRequests pullRequests = new PullRequests(patience);
    private final Map<String, Portal> portals = new ConcurrentHashMap<>();
    private final AtomicInteger clones = new AtomicInteger();

    private Stage(LocalServer server, Path workspace) {
        this.server = server;
        this.workspace = workspace;
        Path users = server.data().resolve("sample-users.json");
        this.people = patience.await(
                "the server's first start",
                () -> Files.exists(users)
                        ? Optional.of(People.read(server.port(), server.data()))
                        : Optional.<People>empty(),
                this::log);
        await(
                "the platform's definition",
                () -> get("paula", "/api/v1/platform"),
                state -> !state.path("inForce").asString("").isEmpty());
    }

    /** Starts a server and waits until people can work with it. */
    static Stage open(Path directory) throws IOException {
        LocalServer server = Installation.in(directory);
        server.start();
        try {
            return new Stage(server, Files.createDirectories(directory.resolve("clones")));
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    LocalServer server() {
        return server;
    }

    ServerClient as(String person) {
        return people.client(person);
    }

    String password(String person) {
        return people.password(person);
    }

    String token(String person) {
        return people.token(person);
    }

    /** The portal, in which this person has signed in. */
    Portal portal(String person) {
        return portals.computeIfAbsent(person, name -> Portal.of(server.port(), name, password(name)));
    }

    /** Runs {@code slipway} as this person. */
    CommandLine.Result run(String person, String... arguments) {
        return new CommandLine(server.port(), token(person)).run(arguments);
    }

    JsonNode get(String person, String path) {
        return as(person).get(path);
    }

    /** What the server says against a request that it must refuse. */
    static ServerProblem refusal(Supplier<JsonNode> request) {
        try {
            throw new AssertionError("The server took it: " + request.get());
        } catch (ServerProblem refused) {
            return refused;
        }
    }

    /** Waits until the value is as wished, and says how it was when that never happens. */
    JsonNode await(String what, Supplier<JsonNode> value, Predicate<JsonNode> wish) {
        return patience.await(what, () -> Optional.of(value.get()).filter(wish), () -> value.get() + "\n" + log());
    }

    /** Waits until API, portal and command line tell all of this. */
    void awaitTold(Supplier<Told> told, String... words) {
        patience.await(
                String.join(", ", words),
                () -> Optional.of(told.get()).filter(now -> now.tells(words)),
                () -> told.get().toString());
    }

    /** The answers of the form, complete and right. */
    static Map<String, Object> answers(String name, boolean production) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of(
                "name", name, "team", "group:default/red", "description", "For a test", "production", production));
        if (production) {
            values.put("replicas", 2);
        }
        return values;
    }

    /** Asks for a service. */
    JsonNode ask(String person, Map<String, ?> values) {
        return ask(person, "java-service", values);
    }

    JsonNode ask(String person, String template, Map<String, ?> values) {
        return as(person).post("/api/v1/templates/" + template + "/runs", Map.of("values", values));
    }

    /** Follows a run to its end, good or bad. */
    JsonNode ended(JsonNode run) {
        String path = "/api/v1/runs/" + run.path("id").asString();
        return await(
                "the end of " + path,
                () -> get("rosa", path),
                now -> Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                        .contains(now.path("status").asString()));
    }

    /** Makes a service of team red, if there is none of this name; it runs in dev when this returns. */
    void service(String name, boolean production) {
        if (!services().contains(name)) {
            JsonNode run = ended(ask("rosa", answers(name, production)));
            if (!run.path("status").asString().equals("SUCCEEDED")) {
                throw new AssertionError("The run failed: " + run);
            }
        }
        runsInDev(name);
    }

    /** Waits until the service answers in dev, so that all that its creation commits is committed. */
    void runsInDev(String name) {
        await(
                name + " to be healthy in dev",
                () -> environment(name, "dev"),
                now -> now.path("health").asString().equals("Healthy"));
    }

    /** Lets Releases through the gates in seconds instead of minutes. */
    synchronized void shortenGates() {
        Checkout checkout = clone("paula", PLATFORM);
        if (!checkout.read("platform.yaml").contains("{for: 1m}")) {
            return;
        }
        checkout.edit("platform.yaml", "{for: 1m}", "{for: 2s}");
        checkout.edit("platform.yaml", "{for: 10m}", "{for: 3s}");
        merge("paula", PLATFORM, propose(checkout, "paula", PLATFORM, "Shorten the gates"));
    }

    JsonNode environment(String service, String environment) {
        return get("rosa", "/api/v1/services/" + service)
                .path("environments")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(environment))
                .findFirst()
                .orElse(tools.jackson.databind.json.JsonMapper.shared().createObjectNode());
    }

    /** A fresh clone for one person. */
    Checkout clone(String person, String repository) {
        Path directory = workspace.resolve("clone" + clones.incrementAndGet());
        new Git(workspace).run("clone", "-q", people.cloneUrl(person, repository), directory.toString());
        Git git = new Git(directory);
        git.run("config", "user.name", person);
        git.run("config", "user.email", person + "@example.com");
        return new Checkout(directory, git);
    }

    /** Commits everything in the checkout on a new branch and opens a pull request for it. */
    int propose(Checkout checkout, String person, String repository, String title) {
        String branch = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        checkout.git().run("checkout", "-q", "-b", branch);
        checkout.commit(title);
        checkout.git().run("push", "-q", "origin", branch);
        return pullRequests.open(as(person), repository, branch, title);
    }

    String merge(String person, String repository, int number) {
        return pullRequests.merge(as(person), repository, number);
    }

    JsonNode pullRequest(String repository, int number) {
        return get("paula", "/api/v1/repositories/" + repository + "/pulls/" + number);
    }

    /** A pull request's check, as soon as it has come to this state. */
    JsonNode check(String repository, int number, String context, String state) {
        JsonNode pull = await(
                context + " of " + repository + "#" + number + " to be " + state,
                () -> pullRequest(repository, number),
                now -> status(now, context, state).isPresent());
        return status(pull, context, state).orElseThrow();
    }

    private static Optional<JsonNode> status(JsonNode pull, String context, String state) {
        return pull.path("statuses")
                .valueStream()
                .filter(each -> each.path("context").asString().equals(context))
                .filter(each -> each.path("state").asString().equals(state))
                .findFirst();
    }

    /** What was said about a pull request. */
    String comments(String repository, int number) {
        return get("paula", "/api/v1/repositories/" + repository + "/pulls/" + number + "/comments")
                .toString();
    }

    /** The newest commit of main. */
    String head(String repository) {
        return get("paula", "/api/v1/repositories/" + repository + "/commits?limit=1")
                .path(0)
                .path("id")
                .asString();
    }

    /** What was committed to the platform's main since then, without deployments and previews: those go on beside every test. */
    List<JsonNode> changesSince(String before) {
        return platformCommitsSince(before)
                .filter(commit -> trailer(commit, "Slipway-Release").isEmpty())
                .filter(commit -> !trailer(commit, "Slipway-Kind").equals("preview"))
                .toList();
    }

    /** The deployments of a service to one environment since that commit of the platform's main. */
    List<JsonNode> deploymentsSince(String before, String service, String environment) {
        return platformCommitsSince(before)
                .filter(commit -> !trailer(commit, "Slipway-Release").isEmpty())
                .filter(commit -> trailer(commit, "Slipway-Service").equals(service))
                .filter(commit -> trailer(commit, "Slipway-Environment").equals(environment))
                .toList();
    }

    private Stream<JsonNode> platformCommitsSince(String before) {
        List<JsonNode> newest = get("paula", "/api/v1/repositories/" + PLATFORM + "/commits?limit=500")
                .valueStream()
                .toList();
        List<String> ids =
                newest.stream().map(commit -> commit.path("id").asString()).toList();
        if (!ids.contains(before)) {
            throw new AssertionError("Not among the newest commits: " + before);
        }
        return newest.stream().limit(ids.indexOf(before));
    }

    private static String trailer(JsonNode commit, String name) {
        return commit.path("trailers").path(name).asString("");
    }

    List<String> repositories() {
        return strings(get("paula", "/api/v1/repositories"));
    }

    List<String> services() {
        return strings(get("paula", "/api/v1/services"));
    }

    private static List<String> strings(JsonNode named) {
        return named.valueStream().map(each -> each.path("name").asString()).toList();
    }

    private String log() {
        try (Stream<String> lines = Files.lines(server.log())) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
