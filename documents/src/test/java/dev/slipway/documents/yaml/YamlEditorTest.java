package dev.slipway.documents.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class YamlEditorTest {

    private static final String APPLICATION = """
            # why it is so
            spec:
              source:
                targetRevision: 'abc'   # pinned
                kustomize:
                  namespace: red-dev
              automated: {enabled: false, prune: true}
            ---
            other: yes
            """;

    private static YamlEditor editor(String text) {
        return YamlEditor.of("a.yaml", text);
    }

    @Test
    void replacesAScalarInItsQuotesAndKeepsTheComment() {
        assertThat(editor(APPLICATION).set("/spec/source/targetRevision", "def").text())
                .isEqualTo(APPLICATION.replace("'abc'", "'def'"));
    }

    @Test
    void addsAMissingListBehindTheLastKeyOfItsMap() {
        assertThat(editor(APPLICATION)
                        .set("/spec/source/kustomize/images", List.of("r/a@sha256:1", "1.10"))
                        .text())
                .isEqualTo(APPLICATION.replace(
                        "red-dev\n", "red-dev\n      images:\n        - r/a@sha256:1\n        - \"1.10\"\n"));
    }

    @Test
    void editsBetweenBrackets() {
        assertThat(editor(APPLICATION)
                        .set("/spec/automated/enabled", true)
                        .set("/spec/automated/selfHeal", true)
                        .text())
                .isEqualTo(APPLICATION.replace(
                        "{enabled: false, prune: true}", "{enabled: true, prune: true, selfHeal: true}"));
    }

    @Test
    void addsAllMissingKeysOfAPath() {
        assertThat(editor("a: 1\n").set("/b/c", "x").text()).isEqualTo("a: 1\nb:\n  c: x\n");
        assertThat(editor("a:\nb: 1\n").set("/a/c", "x").text()).isEqualTo("a:\n  c: x\nb: 1\n");
        assertThat(editor("a: {}\nb: 1\n").set("/a/c", "x").text()).isEqualTo("a:\n  c: x\nb: 1\n");
        assertThat(editor("a: # c\nb: 1\n").set("/a", "x").text()).isEqualTo("a: x # c\nb: 1\n");
    }

    @Test
    void keepsLineEndsMarksAndAMissingLastLineBreak() {
        assertThat(editor("\uFEFFa: 1\r\nb: x\uD83D\uDE00y")
                        .set("/b", "z")
                        .set("/c", 2)
                        .text())
                .isEqualTo("\uFEFFa: 1\r\nb: z\r\nc: 2");
    }

    @Test
    void replacesAppendsAndRemovesItems() {
        String text = "l:\n- a # first\n- b\nm: 1\n";

        assertThat(editor(text).set("/l/1", "c").text()).isEqualTo("l:\n- a # first\n- c\nm: 1\n");
        assertThat(editor(text).set("/l/2", "c").text()).isEqualTo("l:\n- a # first\n- b\n- c\nm: 1\n");
        assertThat(editor(text).remove("/l/0").text()).isEqualTo("l:\n- b\nm: 1\n");
        assertThat(editor(text).remove("/l/0").remove("/l/0").text()).isEqualTo("l: []\nm: 1\n");
        assertThat(editor("l: [a, b]\n").remove("/l/1").text()).isEqualTo("l: [a]\n");
    }

    @Test
    void replacesAListAndAMap() {
        assertThat(editor("l:\n  - a\n  - b\nm: 1\n").set("/l", List.of("x")).text())
                .isEqualTo("l:\n  - x\nm: 1\n");
        assertThat(editor("l: []\nm: 1\n").set("/l", List.of("x")).text()).isEqualTo("l:\n  - x\nm: 1\n");
        assertThat(editor("l:\n- a: 1\n  b: 2\n").set("/l/0", Map.of("c", 3)).text())
                .isEqualTo("l:\n- c: 3\n");
    }

    @Test
    void removesAKeyWithEverythingBelowIt() {
        assertThat(editor("a: 1\nb:\n  c: |\n    text\n\nd: 2\n").remove("/b").text())
                .isEqualTo("a: 1\n\nd: 2\n");
        assertThat(editor("l:\n  - a: 1\n    b: 2\n").remove("/l/0/a").text()).isEqualTo("l:\n  - b: 2\n");
        assertThat(editor("a: 1\n").remove("/x").text()).isEqualTo("a: 1\n");
    }

    @Test
    void editsTheDocumentThatIsMeant() {
        String edited = YamlEditor.of(
                        "a.yaml", APPLICATION, each -> each.at("/other").isPresent())
                .set("/other", "no")
                .text();

        assertThat(edited).isEqualTo(APPLICATION.replace("other: yes", "other: \"no\""));
    }

    @Test
    void refusesWhatWouldChangeSomethingElse() {
        assertThatThrownBy(() -> editor("a: &x 1\nb: *x\n").set("/b", 2))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("alias");
        assertThatThrownBy(() -> editor("a: x\n").set("/a/b", 2)).hasMessageContaining("a.yaml:1:4: Here is a text");
    }

    @Property(tries = 300)
    void whatIsSetIsReadAndTheRestStays(@ForAll String value, @ForAll @IntRange(max = 3) int layout) {
        String[] around = {
            "k: old\n", "a: [1, 'x'] # c\r\nk: \"old\"\r\nz: |\r\n  t\r\n", "k: 'old' # c", "---\nk:\n---\nz: 1\n"
        };
        String text = around[layout];

        String edited = editor(text).set("/k", value).text();

        assertThat(editor(edited).root().at("/k").orElseThrow().plain()).isEqualTo(value);
        int at = text.indexOf("k:") + 2;
        assertThat(edited)
                .startsWith(text.substring(0, at))
                .endsWith(text.substring(text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at)));
    }
}
