package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateTestTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void makeATemplate() throws IOException {
        file("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  parameters: {required: [name], properties: {name: {type: string}}}
                  steps: [{action: fetch:template, input: {url: ./skeleton, values: {name: '${{ parameters.name }}'}}}]
                """);
        file("skeleton/run", "#!/bin/sh\necho ${{ values.name }}\n");
        assertThat(directory.resolve("skeleton/run").toFile().setExecutable(true))
                .isTrue();
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int test(String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"template", "test", directory.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return terminal.run(arguments);
    }

    @Test
    void passes() throws IOException {
        file(
                "tests/a.yaml",
                "name: says hello\nvalues: {name: hello}\nexpect: {files: {run: {contains: echo hello}}}\n");

        assertThat(test()).isZero();
        assertThat(terminal.out()).contains("says hello", "1 test passed, 0 failed.");
    }

    @Test
    void printsWhatIsDifferent() throws IOException {
        file("tests/a.yaml", "values: {name: hello}\nexpect:\n  files:\n    run: |\n      #!/bin/sh\n      echo bye\n");

        assertThat(test()).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.err()).contains("tests/a.yaml:4:10: \"run\" is different.");
        assertThat(terminal.out()).contains("    -echo bye\n    +echo hello\n", "0 tests passed, 1 failed.");
    }

    @Test
    void writesWhatComesOutNow() throws IOException {
        file("tests/a.yaml", "values: {name: hello}\nexpect: {folder: a}\n");

        assertThat(test("--update")).isZero();
        assertThat(directory.resolve("tests/a/run"))
                .hasContent("#!/bin/sh\necho hello\n")
                .isExecutable();
        assertThat(terminal.out()).contains("Updated ");
        assertThat(test()).isZero();
    }

    @Test
    void writesThroughNoLink(@TempDir Path elsewhere) throws IOException {
        file("tests/a.yaml", "values: {name: hello}\nexpect: {folder: a}\n");
        Files.createSymbolicLink(directory.resolve("tests/a"), elsewhere);

        assertThat(test("--update")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void answersMachines() throws IOException {
        file("tests/a.yaml", "values: {}\n");

        assertThat(test("--json")).isEqualTo(ExitCode.FAILED.code());

        JsonNode report = JsonMapper.shared().readTree(terminal.out());
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.at("/tests/0/failures/0/message").asString()).contains("\"name\" is refused");
    }

    @Test
    void saysThatThereAreNoTests() {
        assertThat(test()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("There are no tests");
    }

    @Test
    void saysWhatIsWrongWithATest() throws IOException {
        file("tests/a.yaml", "valeus: {}\n");

        assertThat(test()).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.err()).contains("tests/a.yaml:1:1: \"valeus\" is not a key of a test. Did you mean");
    }
}
