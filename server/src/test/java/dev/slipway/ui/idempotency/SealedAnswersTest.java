package dev.slipway.ui.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedAnswersTest {

    private static final byte[] ANSWER = "{\"secret\":\"slip_x\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private SealedAnswers answers() {
        return new SealedAnswers(data.toString(), "");
    }

    @Test
    void opensForTheSameAccountAndKeyAlone() {
        byte[] sealed = answers().seal(ANSWER, "rosa", "1");

        assertThat(answers().open(sealed, "rosa", "1")).contains(ANSWER);
        assertThat(answers().open(sealed, "ren", "1")).isEmpty();
        assertThat(answers().open(sealed, "rosa", "2")).isEmpty();
        assertThat(answers().open(new byte[3], "rosa", "1")).isEmpty();
    }

    @Test
    void keepsNothingWhenThereIsNoKey() {
        SealedAnswers withoutKey =
                new SealedAnswers(data.toString(), data.resolve("missing").toString());

        assertThat(withoutKey.seal(ANSWER, "rosa", "1")).isNull();
        assertThat(withoutKey.open(answers().seal(ANSWER, "rosa", "1"), "rosa", "1"))
                .isEmpty();
    }

    @Test
    void whatWasKeptInClearLeavesTheTableAndItsFile() {
        TestDatabase old = TestDatabase.empty();
        Flyway.configure().dataSource(old.dataSource()).target("095").load().migrate();
        JdbcClient database = JdbcClient.create(old.dataSource());
        database.sql("""
                        insert into ui_idempotency_keys (account, key, fingerprint, instance, started_at, status, body)
                        values ('rosa', '1', 'f', 'i', now(), 201, 'slip_in_clear')""").update();
        assertThat(fileOf(database)).contains("slip_in_clear");

        Flyway.configure().dataSource(old.dataSource()).outOfOrder(true).load().migrate();

        assertThat(fileOf(database)).contains("rosa").doesNotContain("slip_in_clear");
        assertThat(database.sql("select status from ui_idempotency_keys")
                        .query(Integer.class)
                        .single())
                .isEqualTo(201);
    }

    private static String fileOf(JdbcClient database) {
        database.sql("checkpoint").update();
        return database.sql("select encode(pg_read_binary_file(pg_relation_filepath('ui_idempotency_keys')), 'escape')")
                .query(String.class)
                .single();
    }
}
