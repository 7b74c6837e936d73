package dev.slipway.catalog.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The words that entities are found by, each once, so that one that was mistyped can be looked up. */
@Repository
public class WordRows {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int AT_ONCE = 1000;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public WordRows(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Adds the words of texts, which white space separates, to the caller's transaction: as the last that it writes, as others wait
     * for it who add the same.
     */
    public void add(Collection<String> texts) {
        Set<String> words = new HashSet<>();
        texts.forEach(text -> collect(text, words));
        if (!words.isEmpty()) {
            insert(words);
        }
    }

    /** In the order of the words, so that two who add never wait for each other. */
    private void insert(Collection<String> words) {
        database.sql("""
                        insert into catalog_words (word) select wanted.word from unnest(?) as wanted (word)
                        where not exists (select from catalog_words known where known.word = wanted.word)
                        order by wanted.word collate "C" on conflict do nothing
                        """).param(words.toArray(String[]::new)).update();
    }

    private static void collect(String text, Set<String> words) {
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || Character.isWhitespace(text.charAt(end))) {
                if (isKept(text, start, end)) {
                    words.add(text.substring(start, end));
                }
                start = end + 1;
            }
        }
    }

    /** Numbers and very short or long words are not like others: view {@code catalog_used_words} says the same. */
    private static boolean isKept(String text, int start, int end) {
        if (end - start < SHORTEST || end - start > LONGEST) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return true;
            }
        }
        return false;
    }

    /** Adds what is missing, and removes what no entity is found by any more. */
    public void renew() {
        List<String> missing = words("select word from catalog_used_words except select word from catalog_words");
        if (!missing.isEmpty()) {
            insert(missing);
        }
        List<String> unused = words("select word from catalog_words except select word from catalog_used_words");
        for (int from = 0; from < unused.size(); from += AT_ONCE) {
            removeUnused(unused.subList(from, Math.min(unused.size(), from + AT_ONCE)));
        }
    }

    private List<String> words(String question) {
        return database.sql(question).query(String.class).list();
    }

    /**
     * Waits for those who add words and has others wait, so that all entities that use one are there to be seen. They are counted, not
     * asked for: PostgreSQL takes it that one is soon come across, and reads them all.
     */
    private void removeUnused(List<String> words) {
        transactions.executeWithoutResult(status -> {
            database.sql("lock table catalog_words in share row exclusive mode").update();
            database.sql("""
                            delete from catalog_words w where w.word = any (?) and 0 = (
                                select count(*) from catalog_entities e where e.words @@ plainto_tsquery('simple', w.word))
                            """).param(words.toArray(String[]::new)).update();
        });
    }
}
