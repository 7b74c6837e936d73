package dev.slipway.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.TestDatabase;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FullTextTest {

    private final DataSource source = TestDatabase.migrated().dataSource();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void looksForTheNearestWordsBesideWhatWasTyped() {
        know("payment", "payments", "pavement", "checkout", "api");

        assertThat(query("paymnet API")).isEqualTo("(paymnet:* | payment | payments) & (api:*) | paymnetapi:*");
        assertThat(query("chekcout")).isEqualTo("(chekcout:* | checkout)");
        assertThat(query("apy")).isEqualTo("apy:*");
    }

    @Test
    void looksForWordsThatWereWrittenTogetherOrApart() {
        know("payments", "api", "checkout");

        assertThat(query("paymentsche")).endsWith(" | (payments <-> che:*))");
        assertThat(query("paymentsxy")).doesNotContain("<->");
        assertThat(query("chec kout")).endsWith(" | checkout:*");
    }

    @Test
    void looksForTheNearestTwentyAtMost() {
        know(IntStream.range(0, 300)
                .mapToObj(i -> "payment" + (char) ('a' + i % 26) + i)
                .toArray(String[]::new));
        know("payment");

        assertThat(query("paymnet").split(" \\| ")).hasSize(21).contains("payment");
    }

    @Test
    void forgivesTheFirstOfManyWords() {
        know("payment");

        assertThat(query("paymnet ".repeat(12)).split(" & "))
                .startsWith("(paymnet:* | payment)")
                .endsWith("(paymnet:* | payment)", "paymnet:*", "paymnet:*");
    }

    @Test
    void forgivesNothingWithoutTheExtension() {
        know("payment");
        database.sql("drop extension pg_trgm cascade").update();

        assertThat(text().forgives("paymnet")).isFalse();
        assertThat(query("paymnet")).isEqualTo("paymnet:*");
        assertThat(text().rank("paymnet").orElseThrow().text()).doesNotContain("similarity");
    }

    private void know(String... words) {
        database.sql("insert into catalog_words select unnest(?)")
                .param((Object) words)
                .update();
    }

    private String query(String typed) {
        return (String) text().similar(typed).orElseThrow().parameters().getFirst();
    }

    private FullText text() {
        return new FullText(
                database, new Vocabulary(database, new TransactionTemplate(new JdbcTransactionManager(source))));
    }
}
