package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateDryRunTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void makeATemplate() throws IOException {
        file("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: job}
                spec:
                  type: service
                  parameters:
                    required: [name]
                    properties:
                      name: {type: string, pattern: '^[a-z]+$'}
                      replicas: {type: integer, default: 2}
                  steps:
                    - {id: fetch, action: fetch:template, input: {url: ./skeleton, values: {name: '${{ parameters.name }}', replicas: '${{ parameters.replicas }}'}}}
                    - {id: publish, action: publish:github, input: {repoUrl: 'github.com?owner=acme&repo=${{ parameters.name }}'}}
                  output:
                    links: [{title: Repository, url: '${{ steps.publish.output.repoContentsUrl }}'}]
                """);
        file("skeleton/${{ values.name }}.yaml", "replicas: ${{ values.replicas }}\n");
        file("skeleton/run", "#!/bin/sh\n");
        assertThat(directory.resolve("skeleton/run").toFile().setExecutable(true))
                .isTrue();
    }

    private Path file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int dryRun(String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"template", "dry-run", directory.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return terminal.run(arguments);
    }

    @Test
    void writesTheFilesWithTheirModes() throws IOException {
        Path values = file("values.yaml", "name: nightly\n");
        Path output = directory.resolve("out");

        assertThat(dryRun("--values", values.toString(), "--output", output.toString()))
                .isZero();

        assertThat(output.resolve("nightly.yaml")).hasContent("replicas: 2\n");
        assertThat(output.resolve("run")).isExecutable();
        assertThat(terminal.out())
                .contains("publish: Not carried out in a dry run")
                .contains("Link: Repository  https://github.com/owner/repo/blob/main");
    }

    @Test
    void singleAnswersCountMoreThanTheFile() throws IOException {
        Path values = file("values.yaml", "{name: nightly, replicas: 3}");

        assertThat(dryRun("--values", values.toString(), "--set", "replicas=5", "--json"))
                .isZero();

        JsonNode files = JsonMapper.shared().readTree(terminal.out()).path("directoryContents");
        assertThat(files.findValuesAsString("path")).containsExactly("nightly.yaml", "run");
        assertThat(files.path(0).path("base64Content").binaryValue()).asString().isEqualTo("replicas: 5\n");
    }

    private int fetching(String url) throws IOException {
        file("repository/templates/job/template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: job}
                spec:
                  type: service
                  steps: [{id: fetch, action: fetch:plain, input: {url: %s}}]
                """.formatted(url));
        return terminal.run(
                "template",
                "dry-run",
                directory.resolve("repository/templates/job").toString(),
                "--json");
    }

    @Test
    void takesFilesFromTheCheckoutThatHoldsTheTemplate() throws IOException {
        file("repository/.git/config", "password");
        file("repository/common/a", "x");
        file("outside/b", "x");
        Files.createSymbolicLink(directory.resolve("repository/link"), directory.resolve("outside"));

        assertThat(fetching("../../common")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .path("directoryContents")
                        .findValuesAsString("path"))
                .containsExactly("a");
        for (String url : List.of("../../.git", "../../link", "../../../outside", "../../.GIT")) {
            assertThat(fetching(url)).as(url).isNotZero();
        }
    }

    @Test
    void takesNothingOfGitsOwn() throws IOException {
        file("repository/.git/config", "password");

        assertThat(fetching("../..")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .path("directoryContents")
                        .findValuesAsString("path"))
                .containsExactly("templates/job/template.yaml");
    }

    @Test
    void takesNothingFromAroundATemplateInNoCheckout() throws IOException {
        file("repository/common/a", "x");

        assertThat(fetching("../../common")).isNotZero();
        assertThat(terminal.out() + terminal.err()).contains("leads out of the template's directory");
    }

    @Test
    void saysAllThatIsWrongWithTheAnswers() {
        int exit = dryRun("--set", "name=Not this", "--set", "replicas=many", "--set", "colour=red");

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("error: name: ")
                .contains("error: replicas: ")
                .contains("error: colour: ");
    }

    @Test
    void namesTheStepThatFails() throws IOException {
        file("skeleton/broken", "${{ values.name | shout }}\n");

        assertThat(dryRun("--set", "name=nightly")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("error: step \"fetch\": ")
                .contains("broken")
                .contains("shout");
    }

    @Test
    void writesOverNothing() throws IOException {
        Path taken = file("taken/file", "mine");

        assertThat(dryRun("--set", "name=nightly", "--output", taken.getParent().toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(taken).hasContent("mine");
        assertThat(terminal.err()).contains("is not an empty folder");
    }

    @Test
    void saysWhatIsWrongWithTheTemplate() throws IOException {
        file("template.yaml", "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {}\nspec: {}\n");

        assertThat(dryRun()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("template.yaml:");
        assertThat(terminal.run(
                        "template", "dry-run", directory.resolve("skeleton").toString()))
                .isEqualTo(ExitCode.NOT_FOUND.code());
    }

    @Test
    void takesSecretsFromAFileOrTheInputAndShowsThemNowhere() throws IOException {
        file("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: job}
                spec:
                  type: service
                  parameters: {required: [token], properties: {token: {type: string, ui:field: Secret}}}
                  secrets: {schema: {properties: {key: {type: string, minLength: 4}}}}
                  steps:
                    - {action: debug:log, input: {message: 'with ${{ secrets.token }} and ${{ secrets.key }}'}}
                """);
        Path secrets = file("secrets.yaml", "token: s3cr3t-token\nkey: s3cr3t-key\n");

        assertThat(dryRun("--secrets", secrets.toString())).as(terminal.err()).isZero();
        assertThat(terminal.typing("{token: s3cr3t-token, key: s3c}")
                        .run("template", "dry-run", directory.toString(), "--secrets", "-"))
                .isEqualTo(ExitCode.REFUSED.code());

        assertThat(terminal.out()).contains("with *** and ***").doesNotContain("s3cr3t");
        assertThat(terminal.err()).contains("secrets.key").doesNotContain("s3c");
    }

    @Test
    void runsMappedActionsDry() throws IOException {
        file("platform.yaml", """
                kind: Platform
                spec:
                  templates:
                    endpoints: [{name: tickets, url: "https://tickets.example.org"}]
                    actions:
                      - {id: "acme:ticket", call: {endpoint: tickets}}
                      - {id: "acme:write", alias: "roadiehq:utils:fs:write", rename: {file: path}}
                """);
        file("templates/t/template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  steps:
                    - {id: ticket, action: "acme:ticket", input: {title: T}}
                    - {id: write, action: "acme:write", input: {file: a.txt, content: text}}
                """);

        assertThat(terminal.run(
                        "template", "dry-run", directory.resolve("templates/t").toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("a.txt").contains("the endpoint \"tickets\"");
    }
}
