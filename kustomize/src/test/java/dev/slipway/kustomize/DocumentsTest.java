package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders the documents of each feature to what kubectl printed when they were recorded ({@code kustomize/record.sh}). */
class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/dev/slipway/kustomize/documents");

    static List<String> documents() throws IOException {
        try (Stream<Path> directories = Files.list(DOCUMENTS)) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rendersWhatKubectlPrinted(String document) throws IOException {
        Path directory = DOCUMENTS.resolve(document);

        String text = Kustomize.render(new DirectoryTree(directory), "in", Overrides.none())
                .text();

        assertThat(text).isEqualTo(Files.readString(directory.resolve("expected.yaml")));
    }

    @Test
    void knowsDocumentsOfEveryFeature() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(50);
    }
}
