package dev.slipway.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words as people type them: beginnings count, and where pg_trgm is installed, typing errors are forgiven. */
@Component
class FullText {

    /** Looking up what is near to one takes milliseconds. */
    private static final int MOST_FORGIVEN = 10;

    private final boolean similarity;
    private final Vocabulary vocabulary;

    FullText(JdbcClient database, Vocabulary vocabulary) {
        similarity = database.sql("select exists (select from pg_extension where extname = 'pg_trgm')")
                .query(Boolean.class)
                .single();
        this.vocabulary = vocabulary;
    }

    /** All words occur, each as a beginning; empty when the term has no word. */
    Optional<Sql> exact(String term) {
        return query(term).map(FullText::found);
    }

    /** Whether it can be told what is like one of these words. */
    boolean forgives(String term) {
        return similarity && words(term).limit(MOST_FORGIVEN).anyMatch(word -> TypingErrors.forgiven(word) > 0);
    }

    /** All words occur, or words near to them, also where two are written as one or one as two; of many words the first are forgiven. */
    Optional<Sql> similar(String term) {
        if (!forgives(term)) {
            return exact(term);
        }
        List<String> words = words(term).toList();
        String all = Stream.concat(
                        words.stream().limit(MOST_FORGIVEN).map(this::likely),
                        words.stream().skip(MOST_FORGIVEN).map(FullText::beginning))
                .collect(Collectors.joining(" & "));
        return Optional.of(found(words.size() == 2 ? all + " | " + beginning(String.join("", words)) : all));
    }

    /** The word as it was typed, one that was meant, or two that were. */
    private String likely(String word) {
        return Stream.of(
                        Stream.of(beginning(word)),
                        vocabulary.near(word).stream(),
                        vocabulary.splits(word).stream()
                                .map(split -> "(" + split.head() + " <-> " + beginning(split.tail()) + ")"))
                .flatMap(alternatives -> alternatives)
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** What to order by, best last. */
    Optional<Sql> rank(String term) {
        return query(term)
                .map(words -> similarity
                        ? Sql.of(
                                "ts_rank(e.words, to_tsquery('simple', ?)) + similarity(?, e.label)",
                                words,
                                term.toLowerCase(Locale.ROOT))
                        : Sql.of("ts_rank(e.words, to_tsquery('simple', ?))", words));
    }

    /** One of the fields contains the term as it is. */
    static Sql contains(String term, List<String> fields) {
        String pattern = "%"
                + term.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
        return Sql.joined(
                        " or ",
                        fields.stream()
                                .map(field -> Fields.like(field, pattern))
                                .toList())
                .within("");
    }

    private static Sql found(String query) {
        return Sql.of("e.words @@ to_tsquery('simple', ?)", query);
    }

    private static Optional<String> query(String term) {
        String query = words(term).map(FullText::beginning).collect(Collectors.joining(" & "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static String beginning(String word) {
        return word + ":*";
    }

    private static Stream<String> words(String term) {
        return Arrays.stream(term.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }
}
