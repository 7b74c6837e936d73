package dev.slipway.gotemplate.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes the corpus, and compares with what Go wrote, messages included. */
class RecordedTest {

    static Stream<String> files() throws IOException {
        return Corpus.files().stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesWhatGoWrites(String file) throws IOException {
        Path path = Corpus.FOLDER.resolve(file);
        List<String> differences = new ArrayList<>();
        List<Corpus.Recorded> cases = Corpus.read(path);
        for (Corpus.Recorded recorded : cases) {
            String ours = Result.ours(recorded.each()).written();
            if (!ours.strip().equals(recorded.result().strip())) {
                differences.add(recorded.each().json() + "\n  Go:   " + recorded.result() + "\n  ours: " + ours);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(cases).isNotEmpty();
    }
}
