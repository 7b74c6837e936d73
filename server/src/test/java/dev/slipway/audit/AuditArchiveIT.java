package dev.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.audit.AuditVerification.Broken;
import dev.slipway.audit.AuditVerification.Intact;
import dev.slipway.kernel.Actor;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposal.Mode;
import dev.slipway.operations.Disposed;
import dev.slipway.support.FoundationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Has a server of its own, whose clock it turns; each test goes on where the one before ended. */
@FoundationTest
@Import(AuditArchiveIT.Calendar.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditArchiveIT {

    private static final Actor ADA = new Actor.Person("ada");

    @Autowired
    Audit audit;

    @Autowired
    List<Disposal> disposals;

    @Autowired
    Calendar.Day day;

    @Autowired
    JdbcClient database;

    @Value("${slipway.data}")
    Path data;

    @Test
    @Order(1)
    void movesWholeMonthsThatAreOldEnoughAndKeepsTheChainWhole() throws IOException {
        long january = entries() + 3;
        recordAt("2024-01-30T10:00:00Z", 3);
        recordAt("2024-02-10T10:00:00Z", 2);
        recordAt("2024-03-31T23:59:00Z", 1200);
        recordAt("2025-04-20T10:00:00Z", 4);
        day.now = Instant.parse("2025-05-06T12:00:00Z");

        Disposed planned = archiving().dispose(Mode.DRY_RUN);
        assertThat(planned.examples()).hasSize(3).first().asString().startsWith("2024-01: entries 1 to " + january);
        assertThat(entries()).isEqualTo(january + 1206);

        assertThat(archiving().dispose(Mode.REMOVE).count())
                .isEqualTo(planned.count())
                .isEqualTo(january + 1202);

        assertThat(files())
                .containsExactly(name(1, january), name(january + 1, january + 2), name(january + 3, january + 1202));
        assertThat(lines(name(january + 1, january + 2)))
                .hasSize(3)
                .first()
                .asString()
                .contains("\"format\":\"slipway-audit-1\",\"first\":" + (january + 1), "\"previousHash\":");
        assertThat(audit.verify()).isEqualTo(new Intact(january + 1206 + 3));
        assertThat(archiving().dispose(Mode.REMOVE)).isEqualTo(Disposed.nothing());
    }

    @Test
    @Order(2)
    void goesOnWithTheChainFromTheNewestEntryHoweverOldItIs() {
        day.now = Instant.parse("2035-01-01T12:00:00Z");

        archiving().dispose(Mode.REMOVE);

        assertThat(entries()).isPositive();
        audit.record(ADA, "test.done", "later", Map.of());
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    @Order(3)
    void letsNothingLeaveTheTableThatNoArchiveHolds() {
        assertThatThrownBy(() -> database.sql("delete from audit_entries").update())
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> database.sql("delete from audit_archives").update())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    @Order(4)
    void noticesAChangedArchiveAndOneThatIsMissing() throws IOException {
        Path file = archive(1);
        long first = january() + 1;
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 1;

        Files.write(file, changed);
        assertThat(audit.verify())
                .isEqualTo(new Broken(
                        first, "The archive \"" + file.getFileName() + "\" was changed after it was written."));

        Files.delete(file);
        assertThat(audit.verify())
                .isEqualTo(new Broken(
                        first,
                        "The archive \"" + file.getFileName() + "\" with entries " + first + " to " + (first + 1)
                                + " is missing."));

        Files.write(file, whole);
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    @Order(5)
    void noticesAnotherFileWhoseHashWasPutIntoTheDatabase() throws Exception {
        Path file = archive(1);
        long first = january() + 1;
        byte[] whole = Files.readAllBytes(file);
        Path other = archive(0);

        Files.copy(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        tamper(
                "update audit_archives set sha256 = (select sha256 from audit_archives where first_number = 1) where first_number = "
                        + first);
        assertThat(audit.verify()).isEqualTo(new Broken(first, "Entry " + first + " is missing."));

        Files.write(file, whole);
        String sha256 = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(whole));
        tamper("update audit_archives set sha256 = '" + sha256 + "' where first_number = " + first);
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    @Order(6)
    void archivesNothingOfABrokenChain() {
        day.now = Instant.parse("2035-03-02T00:00:00Z");
        recordAt("2035-03-02T00:00:00Z", 2);
        long number = audit.entries(AuditQuery.newest(2)).getLast().number();
        recordAt("2037-03-02T00:00:00Z", 1);
        tamper("update audit_entries set account = 'eve' where number = " + number);

        assertThat(archiving().dispose(Mode.REMOVE).blockers())
                .anySatisfy(reason -> assertThat(reason).contains("Entry " + number + " was changed"));
        assertThat(audit.verify()).isInstanceOf(Broken.class);
    }

    private Disposal archiving() {
        return disposals.stream()
                .filter(each -> each.subject().contains("audit"))
                .findFirst()
                .orElseThrow();
    }

    private void recordAt(String time, int entries) {
        day.now = Instant.parse(time);
        IntStream.range(0, entries)
                .forEach(i -> audit.record(ADA, "test.done", "thing:" + i, Map.of("b", "2", "a", "1")));
    }

    private static String name(long first, long last) {
        return String.format(Locale.ROOT, "audit-%09d-%09d.jsonl.gz", first, last);
    }

    private long january() {
        return database.sql("select min(last_number) from audit_archives")
                .query(Long.class)
                .single();
    }

    private Path archive(int month) throws IOException {
        return data.resolve("archive/audit").resolve(files().get(month));
    }

    private long entries() {
        return database.sql("select count(*) from audit_entries")
                .query(Long.class)
                .single();
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(data.resolve("archive/audit"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines(String file) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(data.resolve("archive/audit").resolve(file))),
                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private void tamper(String sql) {
        String table = sql.contains("audit_archives") ? "audit_archives" : "audit_entries";
        database.sql("alter table " + table + " disable trigger user").update();
        database.sql(sql).update();
        database.sql("alter table " + table + " enable trigger user").update();
    }

    /** A clock that stands where it is put. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Calendar {

        @Bean
        @Primary
        Day day() {
            return new Day();
        }

        static final class Day extends Clock {
            volatile Instant now = Instant.parse("2024-01-01T00:00:00Z");

            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        }
    }
}
