package dev.slipway.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.slipway.cli.CommandLineInterface;
import dev.slipway.cli.demo.Git;
import dev.slipway.cli.demo.Workload;
import dev.slipway.cli.shell.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projects that know nothing of Slipway are brought here and run, without a change of theirs. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class OnboardIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    private static final String JAVA = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;

            class Invoices {
                public static void main(String[] arguments) throws Exception {
                    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "9000"));
                    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
                    server.createContext("/healthz", exchange -> answer(exchange, "well"));
                    server.createContext("/", exchange -> answer(exchange, "invoices from before"));
                    server.start();
                }

                static void answer(com.sun.net.httpserver.HttpExchange exchange, String text) throws java.io.IOException {
                    exchange.sendResponseHeaders(200, text.length());
                    exchange.getResponseBody().write(text.getBytes());
                    exchange.close();
                }
            }
            """;

    private static final String NODE = """
            const http = require('http');
            http.createServer((request, response) => response.end('reminders from before'))
                .listen(process.env.PORT || 3000);
            process.on('SIGTERM', () => process.exit(0));
            """;

    private final Stage stage;

    @TempDir
    private Path directory;

    OnboardIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void bringsAJavaProjectFromAnotherServerInTheBrowser() throws IOException {
        Git work = project("invoices");
        write("invoices/src/main/java/Invoices.java", JAVA);
        write("invoices/README.md", "# Invoices\n");
        commit(work);
        HttpServer other = other("invoices");

        try (Screens screens = Screens.open()) {
            Page page = signIn(screens);
            page.navigate("/create");
            page.getByText("It exists already?").click();
            screens.look(page, "onboard-form");
            fill(page, "ssh://git@example.org/invoices.git");
            assertThat(page.locator("#source-error")).containsText("are not fetched");
            screens.look(page, "onboard-wrong-address");
            fill(page, "http://127.0.0.1:" + other.getAddress().getPort() + "/invoices.git");
            assertThat(page.locator("#onboarding")).containsText("Right?", SOON);
            assertThat(page.locator("#onboarding")).containsText("src/main/java/Invoices.java:6");
            screens.look(page, "onboard-review");
            button(page, "Propose it").click();
            assertThat(page.locator("#onboarding")).containsText("Declaration in the platform repository", SOON);
            screens.look(page, "onboard-merging");
            mergeOwn("invoices", work);
            assertThat(page.locator("#onboarding")).containsText("is on board", SOON);
            screens.look(page, "onboard-done");
            page.navigate("/repositories/acme/invoices/pulls/1");
            screens.look(page, "onboard-pull-request");
            assertThat(screens.complaints()).isEmpty();
        } finally {
            other.stop(0);
        }
        answers("invoices", "invoices from before");
    }

    @Test
    void bringsANodeProjectFromACheckoutOnTheCommandLine() throws IOException {
        Assumptions.assumeTrue(isThere("node"), "skipped: Node is not installed");
        Git work = project("reminders");
        write("reminders/package.json", "{\"name\": \"reminders\", \"scripts\": {\"start\": \"node index.js\"}}\n");
        write("reminders/index.js", NODE);
        commit(work);

        JsonNode onboarding = slipway(
                "onboard",
                directory.resolve("reminders").toString(),
                "--team",
                "red",
                "--no-production",
                "--wait",
                "--json");

        assertThat(onboarding.path("state").asString()).isEqualTo("MERGING");
        assertThat(onboarding.path("detection").path("port").asInt()).isEqualTo(3000);
        mergeOwn("reminders", work);
        answers("reminders", "reminders from before");
    }

    private Git project(String name) throws IOException {
        Git git = new Git(Files.createDirectories(directory.resolve(name)));
        git.run("init", "-q", "-b", "master");
        git.run("config", "user.name", "rosa");
        git.run("config", "user.email", "rosa@example.com");
        return git;
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void commit(Git work) {
        work.run("add", "--all");
        work.run("commit", "-q", "-m", "Begin");
    }

    /** A server that knows nothing of Git and gives out the files of a bare repository. */
    private HttpServer other(String name) {
        Path served = directory.resolve("served");
        new Git(directory)
                .run(
                        "clone",
                        "-q",
                        "--bare",
                        name,
                        served.resolve(name + ".git").toString());
        new Git(served.resolve(name + ".git")).run("update-server-info");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                served.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        return server;
    }

    private Page signIn(Screens screens) {
        Page page = screens.page("http://127.0.0.1:" + stage.server().port());
        page.navigate("/sign-in");
        page.getByLabel("Account").fill("rosa");
        page.getByLabel("Password").fill(stage.password("rosa"));
        button(page, "Sign in").click();
        assertThat(page.locator("h1, h2").first()).containsText("Ahoy");
        return page;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void fill(Page page, String source) {
        page.getByLabel("Repository").fill(source);
        page.getByLabel("Team").selectOption("red");
        page.getByLabel("Goes to production").uncheck();
        button(page, "Bring it here").click();
    }

    /** Nothing of the project is touched: the same commit below, the same trees. */
    private void mergeOwn(String name, Git work) {
        String head = work.run("rev-parse", "HEAD");
        stage.merge("rosa", "acme/" + name, 1);
        Checkout merged = stage.clone("rosa", "acme/" + name);
        assertThat(merged.git().run("diff", "--name-only", "--diff-filter=a", head, "HEAD"))
                .isEmpty();
        assertThat(merged.git().run("diff", "--name-only", head, "HEAD").lines())
                .allMatch(file -> file.startsWith("deploy/") || file.matches("catalog-info.yaml|CODEOWNERS"));
    }

    private void answers(String name, String text) {
        stage.await(
                name + " to be healthy in dev",
                () -> services(name)
                        ? stage.environment(name, "dev")
                        : JsonMapper.shared().createObjectNode(),
                now -> now.path("health").asString("").equals("Healthy"));
        assertThat(new Workload(stage.server().port())
                        .get(name + ".localhost", "/")
                        .body())
                .contains(text);
    }

    private boolean services(String name) {
        return stage.services().contains(name);
    }

    private JsonNode slipway(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLineInterface(new Surroundings(
                        Map.of(
                                "SLIPWAY_SERVER",
                                "http://127.0.0.1:" + stage.server().port(),
                                "SLIPWAY_TOKEN",
                                stage.token("rosa"),
                                "SLIPWAY_HOME",
                                directory.toString()),
                        InputStream.nullInputStream(),
                        false,
                        new PrintWriter(out, true),
                        new PrintWriter(err, true)))
                .run(arguments);
        assertThat(exit).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
