package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kustomize.remote.RemoteBase;
import dev.slipway.kustomize.remote.RemoteTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bases in repositories that are at hand; the expected output is kubectl's, for the same in a local repository. */
class RemoteBasesTest {

    private static final String[] BASES = {
        "web/kustomization.yaml", "resources: [map.yaml, ../common]\nnamePrefix: web-\n",
        "web/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
        "common/kustomization.yaml", "configMapGenerator: [{name: g, literals: [a=b]}]\n",
        "patched/kustomization.yaml", "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nnameSuffix: -c\n",
        "leaving/kustomization.yaml", "resources: [../../own]\n",
        "stolen/kustomization.yaml", "configMapGenerator: [{name: x, files: [../../secret.txt]}]\n"
    };

    private static final String ORIGINS = "buildMetadata: [originAnnotations, transformerAnnotations]\n";

    private static String rendered(String url, String... files) {
        return Kustomize.render(tree(url, files), "", Overrides.none()).text();
    }

    private static FileTree tree(String url, String... files) {
        return new RemoteTree(
                MemoryTree.ofTexts(files),
                (repository, ref) -> repository.equals(url) && ref.equals("v1")
                        ? Optional.of(MemoryTree.ofTexts(BASES))
                        : Optional.empty());
    }

    @Test
    void rendersWhatKubectlRendersOfARepository(@TempDir Path temporary) throws Exception {
        Path bases = repository(temporary.resolve("bases"));
        String url = "file://" + bases;
        String[] files = {
            "kustomization.yaml",
            "resources: [\"" + url + "//web?ref=v1\"]\ncomponents: [\"" + url + "//patched?ref=v1\"]\nnamespace: x\n"
                    + ORIGINS
        };

        assertThat(rendered(url, files)).isEqualTo(Kubectl.render(temporary.resolve("own"), "", files));
    }

    private static Path repository(Path directory) throws IOException, InterruptedException {
        for (int i = 0; i < BASES.length; i += 2) {
            Path file = directory.resolve(BASES[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, BASES[i + 1]);
        }
        for (String command :
                new String[] {"init -q", "add -A", "-c user.name=a -c user.email=a@example.com commit -q -m x", "tag v1"
                }) {
            Process process = new ProcessBuilder(("git " + command).split(" "))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isZero();
        }
        return directory;
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/bases//web/app?ref=v1, https://github.com/acme/bases, web/app, v1",
        "https://github.com/acme/bases/web/app?ref=v1, https://github.com/acme/bases, web/app, v1",
        "github.com/acme/bases/web?ref=release/1, https://github.com/acme/bases, web, release/1",
        "https://github.com/acme/bases, https://github.com/acme/bases, '', HEAD",
        "https://git.acme.example/tools/deep/bases.git/web?version=v1, https://git.acme.example/tools/deep/bases.git, web, v1",
        "git::https://git.acme.example/deep/er/bases//web/?timeout=90s&ref=v1, https://git.acme.example/deep/er/bases, web, v1",
        "git@github.com:acme/bases.git//web?ref=@acme/web@1.2.0, git@github.com:acme/bases.git, web, @acme/web@1.2.0",
        "ssh://git@git.acme.example:7999/acme/bases.git?ref=v1, ssh://git@git.acme.example:7999/acme/bases.git, '', v1",
        "https://me@dev.azure.com/org/project/_git/bases/web?ref=v1, https://me@dev.azure.com/org/project/_git/bases, web, v1"
    })
    void understandsKustomizesUrls(String written, String repository, String path, String ref) {
        assertThat(RemoteBase.isRemote(written)).isTrue();
        RemoteBase base = RemoteBase.parse(written).orElseThrow();
        assertThat(base).isEqualTo(new RemoteBase(repository, path, ref));
        assertThat(RemoteBase.at(base.mounted())).contains(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.yaml",
                "https://raw.githubusercontent.com/acme/bases/v1/install.yaml",
                "https://github.com/acme/bases//../../etc?ref=v1",
                "https://example.org",
                "oci://example.org/acme/bases"
            })
    void namesNoBaseOtherwise(String written) {
        assertThat(RemoteBase.parse(written)).isEmpty();
    }

    @Test
    void saysWhatIsNotAtHand() {
        assertThatThrownBy(
                        () -> rendered(
                                "https://github.com/acme/bases",
                                "kustomization.yaml",
                                "resources:\n- https://github.com/acme/bases//web?ref=v2\n- github.com/acme/bases/none?ref=v1\n"))
                .hasMessageContaining(
                        "kustomization.yaml:2:3: \"https://github.com/acme/bases//web?ref=v2\" is a remote resource that is not at hand")
                .hasMessageContaining("kustomization.yaml:3:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaving", "stolen"})
    void aBaseReadsNothingOfWhoUsesIt(String base) {
        assertThatThrownBy(() -> rendered(
                        "https://github.com/acme/bases",
                        "kustomization.yaml",
                        "resources:\n- https://github.com/acme/bases//" + base + "?ref=v1\n",
                        "own/kustomization.yaml",
                        "configMapGenerator: [{name: own}]\n",
                        "secret.txt",
                        "secret"))
                .isInstanceOf(KustomizeException.class)
                .hasMessageContaining("bases?ref=v1/" + base + "/kustomization.yaml")
                .hasMessageContaining("leads out of");
    }

    @Test
    void noPathOfItsOwnIsTakenForABase() {
        MemoryTree own = MemoryTree.ofTexts("a/b", "c");
        RemoteTree tree = new RemoteTree(own, (_, _) -> Optional.empty());

        assertThat(tree.text("a/b")).contains("c");
        assertThat(tree.list("a")).isEqualTo(own.list("a"));
        assertThat(tree.isDirectory("https:∕∕github.com∕acme∕bases?ref=v1")).isFalse();
    }
}
