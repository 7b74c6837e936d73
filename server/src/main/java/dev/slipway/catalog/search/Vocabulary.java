package dev.slipway.catalog.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The words of table {@code catalog_words} that are near to what somebody typed. Needs pg_trgm. */
@Component
class Vocabulary {

    /** Of the words in the catalog that share some letters in a row, the most alike are compared letter by letter. */
    private static final int MOST_COMPARED = 500;

    private static final int MOST_NEAR = 20;
    private static final int SHORTEST_PART = 3;
    private static final int MOST_SPLITS = 3;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    Vocabulary(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Nearest first; none for a word in which no error is forgiven. */
    List<String> near(String typed) {
        int forgiven = TypingErrors.forgiven(typed);
        return forgiven == 0
                ? List.of()
                : alike(typed).stream()
                        .map(word -> new Near(word, TypingErrors.between(typed, word)))
                        .filter(near -> near.errors() <= forgiven)
                        .sorted(Comparator.comparingInt(Near::errors).thenComparing(Near::word))
                        .map(Near::word)
                        .limit(MOST_NEAR)
                        .toList();
    }

    /** Two words that are one in what was typed, the second as a beginning: {@code paymentsapi}. */
    List<Split> splits(String typed) {
        if (TypingErrors.forgiven(typed) == 0) {
            return List.of();
        }
        int[] places = IntStream.rangeClosed(SHORTEST_PART, typed.length() - SHORTEST_PART)
                .toArray();
        // The first word that is not before the second part begins with it if any does.
        return database.sql("""
                        select head, tail from unnest(?, ?) as split (head, tail)
                        where exists (select from catalog_words where word = head) and starts_with(
                            (select word from catalog_words where word >= tail collate "C" order by word limit 1), tail)
                        order by char_length(head) desc limit ?
                        """)
                .params(
                        Arrays.stream(places)
                                .mapToObj(at -> typed.substring(0, at))
                                .toArray(String[]::new),
                        Arrays.stream(places).mapToObj(typed::substring).toArray(String[]::new),
                        MOST_SPLITS)
                .query(Split.class)
                .list();
    }

    record Split(String head, String tail) {}

    private record Near(String word, int errors) {}

    /** Two letters of five that are swapped leave a fifth of what pg_trgm compares. */
    private List<String> alike(String typed) {
        return Objects.requireNonNull(transactions.execute(status -> {
            database.sql("select set_config('pg_trgm.word_similarity_threshold', '0.2', true)")
                    .query(String.class)
                    .single();
            return database.sql("""
                            select word from catalog_words where word %> ?
                            order by word_similarity(?, word) desc, abs(char_length(word) - ?), word limit ?
                            """)
                    .params(typed, typed, typed.length(), MOST_COMPARED)
                    .query(String.class)
                    .list();
        }));
    }
}
