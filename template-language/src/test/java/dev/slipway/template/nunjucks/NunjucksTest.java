package dev.slipway.template.nunjucks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NunjucksTest {

    private static final String DIFFERENT_ON_PURPOSE = "different.txt";

    static Stream<Path> sameFiles() {
        return Corpus.files().stream().filter(file -> !file.endsWith(DIFFERENT_ON_PURPOSE));
    }

    @ParameterizedTest
    @MethodSource("sameFiles")
    void makesOfEachTemplateWhatNunjucksMakesOfIt(Path file) {
        List<Corpus.Entry> entries = Corpus.entries(file);
        List<String> differences = entries.stream()
                .filter(entry -> !Result.ours(entry.each()).agreesWith(entry.expected()))
                .map(entry -> entry + "\n  nunjucks: " + entry.expected().written() + "\n  ours:     "
                        + Result.ours(entry.each()).written())
                .toList();

        assertThat(entries).isNotEmpty();
        assertThat(differences).isEmpty();
    }

    static Stream<Corpus.Entry> differences() {
        return Corpus.entries(Corpus.FOLDER.resolve(DIFFERENT_ON_PURPOSE)).stream();
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differsWhereItIsMeantTo(Corpus.Entry entry) {
        Result ours = Result.ours(entry.each());

        assertThat(ours.agreesWith(entry.expected()))
                .as("%s: nunjucks does the same", entry)
                .isFalse();
        assertThat(ours.written())
                .isEqualTo(Objects.requireNonNull(entry.ours()).written());
    }
}
