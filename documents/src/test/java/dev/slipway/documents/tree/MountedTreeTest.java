package dev.slipway.documents.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MountedTreeTest {

    private final FileTree tree = new MountedTree(
            MemoryTree.ofTexts("a/b", "outer", "m/hidden", "x", "z", "outer"),
            "m",
            MemoryTree.ofTexts("c/d", "inner", "e", "inner"));

    @Test
    void showsTheOtherTreeAsADirectory() {
        assertThat(tree.walk("")).extracting(TreeEntry::path).containsExactly("a/b", "m/c/d", "m/e", "z");
        assertThat(tree.list("")).extracting(TreeEntry::path).containsExactly("a", "m", "z");
        assertThat(tree.walk("m/c")).extracting(TreeEntry::path).containsExactly("m/c/d");
        assertThat(tree.list("a")).extracting(TreeEntry::path).containsExactly("a/b");
    }

    @Test
    void readsFromEither() {
        assertThat(tree.text("m/c/d")).contains("inner");
        assertThat(tree.text("z")).contains("outer");
        assertThat(tree.isDirectory("m")).isTrue();
        assertThat(tree.isFile("m/hidden")).isFalse();
        assertThatExceptionOfType(TreeException.class).isThrownBy(() -> tree.read("m/hidden"));
    }

    @Test
    void takesOneSegmentOnly() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new MountedTree(tree, "a/b", tree));
    }
}
