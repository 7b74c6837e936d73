package dev.slipway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditVerification;
import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.audit.AuditVerification.Intact;
import dev.slipway.kernel.Actor;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is cut off in the database shows, however often the process starts and whatever is recorded after it. */
class CutChainIT {

    private static final Actor ADA = new Actor.Person("ada");

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient rows = JdbcClient.create(database.dataSource());
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private Audit audit;

    @BeforeEach
    void recordTen() {
        start();
        record(10);
        assertThat(audit.verify()).isEqualTo(new Intact(10));
    }

    @Test
    void isFoundAfterAStartAndEntriesThatGoOnFromTheCut() {
        cutAfter(6);
        assertThat(audit.verify()).isEqualTo(goneFrom(7));

        start();
        assertThat(audit.verify()).isEqualTo(goneFrom(7));

        record(1);
        start();
        record(1);
        assertThat(audit.verify()).isEqualTo(goneFrom(7));
    }

    @Test
    void isFoundWhenMoreIsWrittenAfterItThanWasCutOff() {
        cutAfter(6);
        start();

        record(9);
        start();

        assertThat(audit.verify()).isEqualTo(goneFrom(7));
    }

    @Test
    void isFoundWithoutAStart() {
        cutAfter(6);

        record(9);

        assertThat(audit.verify()).isEqualTo(goneFrom(7));
    }

    @Test
    void isFoundWhenNothingIsLeft() {
        cutAfter(0);
        start();

        record(12);

        assertThat(audit.verify()).isEqualTo(goneFrom(1));
    }

    @Test
    void endsWhenWhatWasCutOffIsThereAgain() {
        rows.sql("create table kept as select * from audit_entries").update();
        cutAfter(6);
        start();
        record(2);

        cutAfter(0);
        rows.sql("insert into audit_entries select * from kept").update();
        start();

        assertThat(audit.verify()).isEqualTo(new Intact(10));
        record(1);
        assertThat(head()).startsWith("11 ");
    }

    @Test
    void isReportedWhereItWasFirstHoweverOftenItIsCutAgain() {
        cutAfter(6);
        record(2);
        cutAfter(7);
        start();
        record(9);
        assertThat(audit.verify()).isEqualTo(goneFrom(7));

        cutAfter(3);
        record(1);
        start();
        record(9);
        assertThat(audit.verify()).isEqualTo(goneFrom(4));
    }

    /** Killed between a commit and the file, or started on a backup: its head is copied before its rows. */
    @Test
    void followsTheChainFromAnOlderHead() throws IOException {
        String older = head();
        record(3);
        Files.writeString(data.resolve("audit.head"), older);

        start();

        assertThat(audit.verify()).isEqualTo(new Intact(13));
        record(1);
        assertThat(head()).startsWith("14 ");
        assertThat(audit.verify()).isEqualTo(new Intact(14));
    }

    @Test
    void followsWhatAnotherProcessRecorded() {
        Audit other = process();
        record(2);

        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> other.record(ADA, "test.done", "thing", Map.of()));
        record(1);

        assertThat(audit.verify()).isEqualTo(new Intact(14));
        assertThat(head()).startsWith("14 ");
    }

    private static AuditVerification goneFrom(long number) {
        return new Broken(number, "Entries " + number + " to 10 are gone from the chain's end.");
    }

    private void start() {
        audit = process();
    }

    /** As one that has just started has it. */
    private Audit process() {
        JsonMapper json = JsonMapper.shared();
        AuditTable table = new AuditTable(rows, json);
        ChainHead head = new ChainHead(data);
        ChainVerification verification =
                new ChainVerification(table, new ArchiveTable(rows), new ArchiveFiles(data, json), head, transactions);
        return new ChainedAudit(table, head, new HeadMoves(table, head), verification, Clock.systemUTC());
    }

    private void record(int entries) {
        for (int i = 0; i < entries; i++) {
            String subject = "thing:" + i;
            new TransactionTemplate(transactions)
                    .executeWithoutResult(_ -> audit.record(ADA, "test.done", subject, Map.of()));
        }
    }

    private void cutAfter(long number) {
        rows.sql("alter table audit_entries disable trigger user").update();
        rows.sql("delete from audit_entries where number > ?").param(number).update();
        rows.sql("alter table audit_entries enable trigger user").update();
    }

    private String head() {
        try {
            return Files.readString(data.resolve("audit.head"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
