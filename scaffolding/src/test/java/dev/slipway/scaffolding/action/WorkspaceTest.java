package dev.slipway.scaffolding.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    private final Workspace workspace = new Workspace();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../x",
                "/etc/passwd",
                "C:\\x",
                "C:/x",
                "a\\..\\b",
                "a\0b",
                ".git/config",
                "sub/.GIT/hooks/post-checkout",
                ".git",
                ".git /config",
                ".git./x",
                "git~1/config",
                ".git::$INDEX_ALLOCATION/x",
                ".g\u200cit/config",
                "nul",
                "sub/COM1.txt",
                "aux.md",
                "a\nb"
            })
    void takesNoPathThatLeadsOutIntoGitOrToADevice(String path) {
        assertThatThrownBy(() -> workspace.write(path, FileContent.text("x")))
                .isInstanceOf(ActionException.class)
                .hasMessageMatching("(?s).*(leads out of the workspace|cannot be written: ).*");
        assertThat(workspace.tree().files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gitignore",
                ".github/workflows/ci.yml",
                "console.log",
                "auxiliary/com10",
                "a b/ü.txt",
                "ab:c",
                "..x/f",
                "git~/x"
            })
    void takesOrdinaryPaths(String path) {
        assertThatNoException().isThrownBy(() -> workspace.write(path, FileContent.text("x")));
    }

    @Test
    void keepsLinksThatStayWithinAndNeverWritesThroughThem() {
        workspace.write("docs/latest", link("../v1/README.md"));

        assertThatThrownBy(() -> workspace.write("docs/up", link("../../etc"))).hasMessageContaining("leads out");
        assertThatThrownBy(() -> workspace.write("abs", link("/etc/passwd"))).hasMessageContaining("leads out");
        assertThatThrownBy(() -> workspace.write("docs/latest/f", FileContent.text("x")))
                .hasMessageContaining("\"docs/latest\" is a symbolic link, not a directory");
        assertThatThrownBy(() -> workspace.text("docs/latest")).hasMessageContaining("links are not followed");
    }

    @Test
    void aFileAndADirectoryCannotHaveOneName() {
        workspace.write("a", FileContent.text("x"));

        assertThatThrownBy(() -> workspace.write("a/b", FileContent.text("x"))).hasMessageContaining("\"a\" is a file");
        assertThatThrownBy(() -> workspace.write("./", FileContent.text("x"))).hasMessageContaining("is a directory");
    }

    private static FileContent link(String target) {
        return new FileContent(target.getBytes(), FileMode.SYMBOLIC_LINK);
    }
}
