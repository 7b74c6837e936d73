package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateLintTest {

    private static final String HEAD = """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
              parameters: {properties: {name: {type: string}}}
            """;

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    private Path file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void template(String name, String message) throws IOException {
        file(name + "/template.yaml", HEAD + "  steps: [{action: debug:log, input: {message: '" + message + "'}}]\n");
    }

    private int lint(String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"template", "lint", directory.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return terminal.run(arguments);
    }

    @Test
    void findsNothingInSoundTemplatesAtAnyDepth() throws IOException {
        template("a", "${{ parameters.name }}");
        template("deep/er/b", "${{ parameters.name }}");

        assertThat(lint()).isZero();
        assertThat(terminal.out()).contains("2 templates: nothing found.");
    }

    private void mapping(String actions) throws IOException {
        file("platform.yaml", "kind: Platform\nspec:\n  templates:\n    actions:\n" + actions.indent(6));
    }

    private void mapped() throws IOException {
        file(
                "templates/a/template.yaml",
                HEAD + "  steps: [{action: 'acme:log', input: {text: '${{ parameters.name }}'}}]\n");
    }

    @Test
    void knowsTheActionsThatThePlatformAboveMaps() throws IOException {
        mapped();
        assertThat(lint()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("The action \"acme:log\" is not known");

        mapping("- {id: 'acme:log', alias: 'debug:log', rename: {text: message}}");
        assertThat(lint()).isZero();
    }

    @Test
    void takesTheMappingsOfAnotherPlatform() throws IOException {
        mapped();
        Path other = file(
                "other.yaml", "kind: Platform\nspec: {templates: {actions: [{id: 'acme:log', skip: not here}]}}\n");

        assertThat(lint("--platform", other.toString())).isZero();
        assertThat(lint("--platform", file("none.yaml", "kind: Other\n").toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("none.yaml\" has no Platform");
    }

    @Test
    void saysAllThatIsWrongWithMappings() throws IOException {
        mapped();
        mapping("""
                - {id: 'acme:log', alias: a, skip: b}
                - {skip: x}
                - {id: 'acme:call', call: {endpoint: tickets}}
                """);

        assertThat(lint()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("platform.yaml:5:9", "\"acme:log\" is mapped by alias and skip")
                .contains("\"id\" of a mapped action is missing")
                .contains("There is no endpoint \"tickets\"");
    }

    @Test
    void saysErrorsAndWarningsWithTheirPlaces() throws IOException {
        template("a", "${{ parameters.nmae }}");

        assertThat(lint()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("error: " + directory.resolve("a/template.yaml") + ":7:53: No page asks for the parameter")
                .contains("Did you mean \"name\"?");
        assertThat(terminal.out())
                .contains("warning: " + directory.resolve("a/template.yaml") + ":6:29: The parameter \"name\"")
                .contains("1 template: 1 error, 1 warning.");
    }

    @Test
    void warningsFailOnlyWhenAskedTo() throws IOException {
        template("a", "nothing");

        assertThat(lint()).isZero();
        assertThat(lint("--strict")).isEqualTo(ExitCode.REFUSED.code());
    }

    @Test
    void answersMachines() throws IOException {
        template("a", "${{ parameters.nmae }}");

        assertThat(lint("--json")).isEqualTo(ExitCode.REFUSED.code());

        JsonNode report = JsonMapper.shared().readTree(terminal.out());
        assertThat(report.path("errors").asInt()).isEqualTo(1);
        assertThat(report.path("findings").path(1).path("severity").asString()).isEqualTo("error");
        assertThat(report.path("findings").path(1).path("line").asInt()).isEqualTo(7);
    }

    @Test
    void namesWhatIsSharedWhereItStands() throws IOException {
        file("shared/x.txt", "${{ values.b }}");
        file("a/template.yaml", HEAD + """
                  steps: [{action: fetch:template, input: {url: ./shared, values: {a: '${{ parameters.name }}'}}}]
                """);

        assertThat(lint()).isZero();
        assertThat(terminal.out())
                .contains("warning: " + directory.toAbsolutePath().resolve("shared/x.txt") + ":1:5: The step");
    }

    @Test
    void saysWhereThereIsNoTemplate() {
        assertThat(lint()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.run("template", "lint", directory.resolve("no").toString()))
                .isEqualTo(ExitCode.NOT_FOUND.code());
    }
}
