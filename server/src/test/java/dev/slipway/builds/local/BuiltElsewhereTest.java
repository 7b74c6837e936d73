package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import org.junit.jupiter.api.Test;

class BuiltElsewhereTest {

    private static boolean says(String text) {
        return BuiltElsewhere.says(MemoryTree.ofTexts(".slipway/build.yaml", text));
    }

    @Test
    void takesARepositorysWord() {
        assertThat(says("kind: Build\nspec:\n  by: elsewhere\n")).isTrue();
        assertThat(says("kind: Build\nspec:\n  by: slipway\n")).isFalse();
        assertThat(BuiltElsewhere.says(MemoryTree.ofTexts("pom.xml", "<project/>")))
                .isFalse();
    }

    @Test
    void buildsWhereTheWordCannotBeRead() {
        assertThat(says("spec: [oops")).isFalse();
    }
}
