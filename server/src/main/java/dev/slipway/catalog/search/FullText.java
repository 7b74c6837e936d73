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

    private final boolean similarity;

    FullText(JdbcClient database) {
        similarity = database.sql("select exists (select from pg_extension where extname = 'pg_trgm')")
                .query(Boolean.class)
                .single();
    }

    /** All words occur, each as a beginning; empty when the term has no word. */
    Optional<Sql> exact(String term) {
        return query(term).map(words -> Sql.of("e.words @@ to_tsquery('simple', ?)", words));
    }

    /** Words like all of these occur in the name or title; empty where that cannot be told. */
    Optional<Sql> similar(String term) {
        List<Sql> words = words(term).map(word -> Sql.of("e.label %> ?", word)).toList();
        return similarity && !words.isEmpty() ? Optional.of(Sql.joined(" and ", words)) : Optional.empty();
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

    private static Optional<String> query(String term) {
        String query = words(term).map(word -> word + ":*").collect(Collectors.joining(" & "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static Stream<String> words(String term) {
        return Arrays.stream(term.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }
}
