package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody means to do harm with is refused with a place, in bounded time. */
class HostileInputTest {
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

    @TempDir
    private Path temporary;

    private static void assertRefused(FileTree tree, String... parts) {
        assertThatExceptionOfType(KustomizeException.class)
                .isThrownBy(() -> Kustomize.render(tree, "", Overrides.none()))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    private static FileTree with(String resource) {
        return MemoryTree.ofTexts("kustomization.yaml", "resources: [r.yaml]\n", "r.yaml", resource);
    }

    @Test
    void refusesAliasesThatExpandWithoutBound() {
        String bomb = IntStream.range(0, 12)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + (i == 0 ? "x" : ("*a" + (i - 1) + ",").repeat(9)) + "]\n")
                .collect(Collectors.joining());

        assertRefused(with(OBJECT + bomb), "r.yaml:", "too large or too deep");
    }

    @Test
    void refusesAValueThatContainsItself() {
        assertRefused(with(OBJECT + "data: &d {k: *d}\n"), "r.yaml:4:", "contains itself");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertRefused(with(OBJECT + "data: " + "[".repeat(5000) + "]".repeat(5000) + "\n"), "r.yaml:", "Nesting");
    }

    @Test
    void refusesLinesThatAreTooLong() {
        assertRefused(with(OBJECT + "data: {k: \"" + "x".repeat(2 << 20) + "\"}\n"), "r.yaml:4:1", "longer than 1 MiB");
    }

    @Test
    void refusesKeysThatStandTwice() {
        assertRefused(with(OBJECT + "data: {k: a, k: b}\n"), "r.yaml:4:14", "twice");
    }

    @Test
    void refusesCharactersThatYamlDoesNotHave() {
        assertRefused(with(OBJECT + "data: {k: a\0b}\n"), "r.yaml:", "special characters are not allowed");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        assertRefused(with(OBJECT + "spec: {size: .inf}\n"), "r.yaml:4:14", "JSON does not have");
    }

    @Test
    void readsHugeNumbersAsGoDoes() {
        String text = Kustomize.render(with(OBJECT + "spec: {size: " + "9".repeat(300) + "}\n"), "", Overrides.none())
                .text();

        assertThat(text).contains("size: 1e+300");
    }

    @Test
    void refusesBasesThatUseEachOther() {
        assertRefused(
                MemoryTree.ofTexts(
                        "kustomization.yaml", "resources: [a]\n",
                        "a/kustomization.yaml", "resources: [../b]\n",
                        "b/kustomization.yaml", "resources: [../a]\n"),
                "b/kustomization.yaml:1:13",
                "a -> b -> a");
    }

    @Test
    void refusesTransformersThatUseTheKustomizationThatUsesThem() {
        assertRefused(
                MemoryTree.ofTexts(
                        "kustomization.yaml", "resources: [r.yaml]\ntransformers: [t]\n",
                        "r.yaml", OBJECT,
                        "t/kustomization.yaml", "resources: [../]\n"),
                "t/kustomization.yaml:1:13",
                "leads back");
    }

    @Test
    void refusesPathsOutOfTheTree() {
        assertRefused(
                MemoryTree.ofTexts(
                        "kustomization.yaml",
                        "resources: [../../etc]\npatches: [{path: /etc/passwd}]\nconfigurations: [../c.yaml]\n"),
                "kustomization.yaml:1:13",
                "leads out of the tree");
    }

    @Test
    void refusesFilesBesideTheKustomization() {
        assertRefused(
                MemoryTree.ofTexts(
                        "kustomization.yaml", "resources: [a]\n",
                        "a/kustomization.yaml", "resources: [r.yaml]\nreplacements: [{path: ../secret.yaml}]\n",
                        "a/r.yaml", OBJECT,
                        "secret.yaml", "[]\n"),
                "a/kustomization.yaml:2:23",
                "not in or below");
    }

    @Test
    void followsNoSymbolicLinks() throws IOException {
        Path tree = Files.createDirectories(temporary.resolve("tree"));
        Files.writeString(temporary.resolve("secret.yaml"), OBJECT);
        Files.writeString(tree.resolve("kustomization.yaml"), "resources: [link.yaml]\n");
        Files.createSymbolicLink(tree.resolve("link.yaml"), temporary.resolve("secret.yaml"));

        assertRefused(new DirectoryTree(tree), "kustomization.yaml:1:13", "There is no file \"link.yaml\"");
    }

    @Test
    void refusesProgramsOfAllKinds() {
        assertRefused(
                MemoryTree.ofTexts(
                        "kustomization.yaml", "resources: [r.yaml]\ntransformers: [t.yaml]\ngenerators: [g.yaml]\n",
                        "r.yaml", OBJECT,
                        "t.yaml", "apiVersion: x/v1\nkind: T\nmetadata: {name: t}\n",
                        "g.yaml",
                                "apiVersion: x/v1\nkind: G\nmetadata:\n  name: g\n  annotations: {config.kubernetes.io/function: \"container: {image: x}\"}\n"),
                "g.yaml:1:1",
                "not run while rendering");
    }
}
