package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateActionsTest {

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @Test
    void listsActionsAndWhatIsMissing() {
        assertThat(terminal.run("template", "actions")).isEqualTo(ExitCode.DONE.code());

        assertThat(terminal.out())
                .containsPattern("fetch:template +Renders a directory")
                .containsPattern("publish:gitlab .*dry run; needs GitLab");
    }

    @Test
    void showsOneWithItsInputsAndExamples() {
        assertThat(terminal.run("template", "actions", "fs:rename")).isEqualTo(ExitCode.DONE.code());

        assertThat(terminal.out())
                .containsPattern("files\\[].from +string +yes")
                .contains("Repeatable. It is carried out again", "Move a directory:", "action: fs:rename");
    }

    @Test
    void answersInBackstagesShape() {
        terminal.run("template", "actions", "fs:readdir", "--json");

        JsonNode action = JsonMapper.shared().readTree(terminal.out());
        assertThat(action.at("/schema/input/properties/paths/type").asString()).isEqualTo("array");
        assertThat(action.at("/examples/0/example").asString()).contains("steps:");
    }

    @Test
    void suggestsWhatMayBeMeant() {
        assertThat(terminal.run("template", "actions", "fs:redir")).isEqualTo(ExitCode.USAGE.code());

        assertThat(terminal.err()).contains("Did you mean \"fs:readdir\"");
    }
}
