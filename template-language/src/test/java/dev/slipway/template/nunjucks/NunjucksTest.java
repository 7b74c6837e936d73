package dev.slipway.template.nunjucks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NunjucksTest {

    private static final String DIFFERENT_ON_PURPOSE = "different.txt";

    static Stream<Corpus.Entry> sameCases() {
        return Corpus.files().stream()
                .filter(file -> !file.endsWith(DIFFERENT_ON_PURPOSE))
                .flatMap(file -> Corpus.entries(file).stream());
    }

    @ParameterizedTest
    @MethodSource("sameCases")
    void makesOfATemplateWhatNunjucksMakesOfIt(Corpus.Entry entry) {
        Result ours = Result.ours(entry.each());

        assertThat(ours.agreesWith(entry.expected()))
                .as("%s\nnunjucks: %s\nours:     %s", entry, entry.expected().written(), ours.written())
                .isTrue();
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
