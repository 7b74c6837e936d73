package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.shell.CliException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The server is killed again and again in the middle of a run that repeats, waits and publishes: everything is made exactly once. */
@ResourceLock("machine")
class TemplateKillsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PARTS = List.of("a", "b", "c", "d", "e", "f");
    private static final String TEMPLATE = """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: many}
            spec:
              type: service
              parameters: {properties: {token: {type: string, ui:field: Secret}}}
              steps:
                - {id: file, action: catalog:write, input: {filePath: README.yaml, entity: {made: once}}}
                - id: parts
                  action: publish:github
                  each: [a, b, c, d, e, f]
                  input: {repoUrl: 'localhost?owner=acme&repo=part-${{ each.value }}'}
                - {id: wait, action: debug:wait, input: {seconds: 8}}
                - {id: tell, action: debug:log, input: {message: 'The token is ${{ secrets.token }}'}}
                - id: whole
                  action: publish:github
                  input: {repoUrl: "localhost?owner=acme&repo=whole-of-${{ steps.parts.output.commitHash | length }}"}
              output: {text: [{title: Parts, content: '${{ steps.parts.output.commitHash | length }}'}]}
            """;

    @TempDir
    private Path directory;

    private LocalServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void twoKillsMakeNothingTwice() throws Exception {
        survives(2, new Random());
    }

    @Test
    @Tag("long")
    void twelveKillsMakeNothingTwice() throws Exception {
        survives(12, new Random());
    }

    private void survives(int kills, Random random) throws Exception {
        server = Installation.in(directory);
        server.start();
        client();
        server.kill();
        bringTheTemplate();
        server.start();
        String id = client().post(
                        "/api/v1/templates/many/runs", Map.of("values", Map.of("token", "a-token-that-nobody-sees")))
                .path("id")
                .asString();
        for (int kill = 0; kill < kills; kill++) {
            Thread.sleep(100 + random.nextInt(900));
            server.kill();
            server.start();
            client();
        }
        JsonNode run = ended(id);

        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("SUCCEEDED");
        assertThat(run.path("texts").get(0).path("markdown").asString()).isEqualTo("6");
        everyRepositoryHasOneCommit();
        everythingIsToldOnce(id);
    }

    private ServerClient client() {
        return new Patience(PATIENCE).await("the server", this::ready, () -> "not ready");
    }

    private Optional<ServerClient> ready() {
        if (!Files.exists(server.data().resolve("sample-users.json"))) {
            return Optional.empty();
        }
        ServerClient client = People.read(server.port(), server.data()).client("paula");
        try {
            return client.get("/api/v1/templates").isEmpty() ? Optional.empty() : Optional.of(client);
        } catch (CliException _) { // the platform repository is not there yet
            return Optional.empty();
        }
    }

    private JsonNode ended(String id) {
        return new Patience(PATIENCE)
                .await(
                        "the run",
                        () -> Optional.of(client().get("/api/v1/runs/" + id))
                                .filter(run -> !run.path("endedAt").isNull()),
                        () -> client().get("/api/v1/runs/" + id).toString());
    }

    private void everyRepositoryHasOneCommit() throws Exception {
        for (String name : Stream.concat(PARTS.stream().map(part -> "part-" + part), Stream.of("whole-of-6"))
                .toList()) {
            assertThat(git(name, "", "rev-list", "--count", "main").strip())
                    .as(name)
                    .isEqualTo("1");
        }
    }

    /** A kill may come between doing and telling; telling twice would mean doing twice. */
    private void everythingIsToldOnce(String id) {
        List<String> lines = client().get("/api/v1/runs/" + id + "/log")
                .valueStream()
                .map(line -> line.path("text").asString())
                .toList();

        assertThat(lines.stream().filter(line -> line.startsWith("Created the repository")))
                .doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.startsWith("Finished step")))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(lines).contains("The token is ***");
    }

    /** Onto main, as a merged pull request would. */
    private void bringTheTemplate() throws Exception {
        String blob = git("platform", TEMPLATE, "hash-object", "-w", "--stdin").strip();
        git("platform", "", "read-tree", "main");
        git("platform", "", "update-index", "--add", "--cacheinfo", "100644," + blob + ",templates/many/template.yaml");
        String tree = git("platform", "", "write-tree").strip();
        String commit = git("platform", "Add a template", "commit-tree", tree, "-p", "main")
                .strip();
        git("platform", "", "update-ref", "refs/heads/main", commit);
    }

    private String git(String repository, String input, String... arguments) throws Exception {
        Path bare = server.data().resolve("repositories/acme/" + repository + ".git");
        List<String> command = Stream.concat(Stream.of("git", "--git-dir", bare.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "GIT_INDEX_FILE", directory.resolve("index").toString(),
                        "GIT_AUTHOR_NAME", "test",
                        "GIT_AUTHOR_EMAIL", "test@example.org",
                        "GIT_COMMITTER_NAME", "test",
                        "GIT_COMMITTER_EMAIL", "test@example.org"));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
