package dev.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.audit.AuditVerification.Intact;
import dev.slipway.kernel.Actor;
import dev.slipway.support.FoundationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a server of its own, because it breaks the chain. */
@FoundationTest
@TestPropertySource(properties = "slipway.test=audit")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {

    private static final Actor ADA = new Actor.Person("ada");

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Value("${slipway.data}")
    Path data;

    @Test
    @Order(1)
    void chainsWhatManyRecordAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, 60)
                    .<Future<?>>mapToObj(i -> threads.submit(
                            () -> audit.record(ADA, "test.done", "thing:" + i, Map.of("b", "2", "a", "1"))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isGreaterThanOrEqualTo(60));
        assertThat(audit.entries(AuditQuery.about("thing:59", 5)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.account()).isEqualTo("ada"));
    }

    @Test
    @Order(2)
    void forgetsWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            audit.record(ADA, "test.undone", "undone", Map.of());
            status.setRollbackOnly();
        });

        assertThat(audit.entries(AuditQuery.about("undone", 5))).isEmpty();
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    @Order(3)
    void refusesToChangeAnEntry() {
        assertThatThrownBy(() ->
                        database.sql("update audit_entries set account = 'eve'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.sql("delete from audit_entries where number = 1")
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.sql("truncate audit_entries").update())
                .hasMessageContaining("never changed");
    }

    @Test
    @Order(4)
    void noticesAChangedEntry() {
        tamper("update audit_entries set account = 'eve' where number = 10");

        assertThat(audit.verify()).isEqualTo(new Broken(10, "Entry 10 was changed after it was written."));

        tamper("update audit_entries set account = 'ada' where number = 10");
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    @Order(5)
    void noticesThatTheChainsEndWasCutOff() throws IOException {
        long last = audit.entries(AuditQuery.newest(1)).getFirst().number();
        assertThat(Files.readString(data.resolve("audit.head"))).startsWith(last + " ");

        tamper("delete from audit_entries where number = " + last);

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.atNumber()).isEqualTo(last));
    }

    private void tamper(String sql) {
        database.sql("alter table audit_entries disable trigger user").update();
        database.sql(sql).update();
        database.sql("alter table audit_entries enable trigger user").update();
    }
}
