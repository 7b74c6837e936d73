package dev.slipway.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.support.TestDatabase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WordRowsTest {

    private final DataSource source = TestDatabase.empty().dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final WordRows rows = new WordRows(database, transactions);

    @Test
    void keepsEachWordOnceAndNoneThatIsLikeNothing() {
        migrate();

        rows.add(List.of("lantern of lantern 2024 v2 s3bucket", "x".repeat(41) + " lamp\nlantern"));
        rows.add(List.of("lamp harbour", ""));

        assertThat(words()).containsExactly("harbour", "lamp", "lantern", "s3bucket");
    }

    @Test
    void takesTheWordsOfWhatAnEarlierVersionRead() {
        Flyway.configure()
                .dataSource(source)
                .target("159.3")
                .outOfOrder(true)
                .load()
                .migrate();
        entity(1, "lantern of the harbour 2024 " + "x".repeat(41));

        migrate();

        assertThat(words()).containsExactly("harbour", "lantern", "the");
    }

    @Test
    void removesWhatNobodyUsesAnyMoreAndAddsWhatIsMissing() {
        migrate();
        entity(1, "lantern harbour");
        rows.add(List.of("lantern lighthouse"));

        rows.renew();

        assertThat(words()).containsExactly("harbour", "lantern");
    }

    @Test
    void keepsAWordThatIsTakenUpWhileItIsToBeRemoved() throws Exception {
        migrate();
        rows.add(List.of("lantern"));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> renewal = transactions.execute(status -> {
                entity(1, "lantern");
                rows.add(List.of("lantern"));
                Future<?> running = other.submit(rows::renew);
                await().until(() -> running.isDone() || isWaiting());
                return running;
            });
            renewal.get();
        }

        assertThat(words()).containsExactly("lantern");
    }

    /** Whoever adds some of them at the same time waits, but never both for each other. */
    @Test
    void writesWordsInTheirOrder() {
        migrate();

        rows.add(List.of(IntStream.range(0, 5_000)
                .mapToObj(i -> "word%04d".formatted(i * 7_919L % 5_003))
                .collect(Collectors.joining(" "))));

        assertThat(database.sql("select word from catalog_words order by ctid")
                        .query(String.class)
                        .list())
                .hasSize(5_000)
                .isSorted();
    }

    private boolean isWaiting() {
        return JdbcClient.create(source)
                        .sql(
                                "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void migrate() {
        Flyway.configure().dataSource(source).outOfOrder(true).load().migrate();
    }

    private void entity(int id, String text) {
        database.sql(
                        "insert into catalog_sources (id, repository, path, read_at) overriding system value values (?, 'acme/x', 'x', now())")
                .param(id)
                .update();
        database.sql("""
                        insert into catalog_entities (id, ref, uid, source, chunk, kind, namespace, name, tags, document, terms, label, words)
                        values (?, 'component:default/x', gen_random_uuid(), ?, gen_random_uuid(), 'component', 'default', 'x', '{}', '{}',
                            '{}', 'x', to_tsvector('simple', ?))
                        """).params(id, id, text).update();
    }

    private List<String> words() {
        return database.sql("select word from catalog_words order by word")
                .query(String.class)
                .list();
    }
}
