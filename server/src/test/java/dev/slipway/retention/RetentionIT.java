package dev.slipway.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditQuery;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.operations.Backups;
import dev.slipway.operations.Checkup;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import dev.slipway.operations.Finding;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clean-ups of things that the test can count. */
@SlipwayTest
@Import(RetentionIT.Things.class)
@TestPropertySource(properties = "slipway.test.modules=scheduling,audit,ui,identity,operations,retention")
class RetentionIT {

    private static final Actor OLGA = new Actor.Person("olga");
    private static final String RETENTION = "/api/v1/operations/retention";

    @Autowired
    Callers callers;

    @Autowired
    Things.Old things;

    @Autowired
    CleanUps cleanUps;

    @Autowired
    Backups backups;

    @Autowired
    Checkup checkup;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry registry;

    private Caller operator;

    @BeforeEach
    void begin() {
        operator = callers.tokenOf("olga", Role.PLATFORM_ENGINEER);
        things.blocked = false;
        things.left.set(3);
        awaitEnd();
    }

    @Test
    void removesWhenSomebodyAsksAndRemembersWhatWent() {
        var answer = operator.post(RETENTION + "/runs", "{}");

        assertThat(answer.statusCode()).isEqualTo(202);
        awaitEnd();
        assertThat(things.left).hasValue(0);
        JsonNode newest = json(operator.get(RETENTION).body()).path("runs").path(0);
        assertThat(newest.path("requestedBy").asString()).isEqualTo("olga");
        JsonNode result = result(newest);
        assertThat(result.path("count").asInt()).isEqualTo(3);
        assertThat(result.path("bytes").asLong()).isEqualTo(3000);
        assertThat(audit.entries(AuditQuery.newest(5))).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("retention.cleaned-up");
            assertThat(entry.account()).isEqualTo("olga");
            assertThat(entry.details()).containsEntry("Old things", "3");
        });
    }

    @Test
    void aDryRunSaysWhatWouldGoAndRemovesNothing() {
        var answer = operator.post(RETENTION + "/runs", "{\"dryRun\": true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"thing 1\"");
        assertThat(things.left).hasValue(3);
        assertThat(operator.get("/operations/retention/plan").body()).contains("Old things: 3 would go, 2.9 kB");
    }

    @Test
    void onlyWhoRunsThePlatformMayCleanUp() {
        Caller developer = callers.tokenOf("dora", Role.DEVELOPER);

        assertThat(developer.post(RETENTION + "/runs", "{}").statusCode()).isEqualTo(403);
        assertThat(developer.get(RETENTION).statusCode()).isEqualTo(403);
        assertThat(things.left).hasValue(3);
    }

    @Test
    void whatBlocksIsSaidOnThePageAndByTheCheckup() {
        things.blocked = true;

        cleanUps.request(OLGA);
        awaitEnd();

        assertThat(operator.get("/operations/retention").body())
                .contains("Not everything old can be removed", "Nobody knows what is in use.");
        assertThat(checkup.findings()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).contains("Nobody knows what is in use.");
        });
    }

    @Test
    void waitsForABackupThatIsBeingTaken() throws IOException {
        long before = cleanUps.newest(1).stream().mapToLong(CleanUp::id).sum();
        try (Backups.Backup _ = backups.begin("correct horse battery")) {
            cleanUps.request(OLGA);
            assertThat(backups.whileNoneIsTaken(() -> things.left.set(-1))).isFalse();
            assertThat(things.left).hasValue(3);
        }

        cleanUps.request(OLGA);
        awaitEnd();

        assertThat(things.left).hasValue(0);
        assertThat(cleanUps.newest(1).getFirst().id()).isGreaterThan(before);
    }

    @Test
    void goesOnAfterItWasKilledWithWhatItHadNotFinished() {
        database.sql("""
                        insert into retention_clean_ups (requested_by, requested_at, started_at, results)
                        values ('olga', now(), now(), '[{"subject": "Old things", "count": 7, "bytes": 9, "examples": [], "blockers": []}]')
                        """).update();

        cleanUps.request(new Actor.Person("rosa"));
        awaitEnd();

        assertThat(things.left).as("were counted as removed before").hasValue(3);
        CleanUp newest = cleanUps.newest(1).getFirst();
        assertThat(newest.requestedBy()).isEqualTo("olga");
        assertThat(newest.results())
                .anySatisfy(result -> assertThat(result.count()).isEqualTo(7));
        assertThat(newest.results()).extracting(CleanUp.Result::subject).contains("Entries of the audit");
    }

    @Test
    void countsInMetrics() {
        cleanUps.request(OLGA);
        awaitEnd();

        assertThat(registry.get("slipway.retention.removed")
                        .tag("subject", "Old things")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    private void awaitEnd() {
        await().until(() -> cleanUps.newest(1).stream().allMatch(cleanUp -> cleanUp.finishedAt() != null));
    }

    private static JsonNode result(JsonNode cleanUp) {
        return cleanUp.path("results")
                .valueStream()
                .filter(result -> result.path("subject").asString().equals("Old things"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Things {

        @Bean
        Old oldThings() {
            return new Old();
        }

        static final class Old implements Disposal {
            final AtomicInteger left = new AtomicInteger(3);
            volatile boolean blocked;

            @Override
            public String subject() {
                return "Old things";
            }

            @Override
            public String rule() {
                return "They never stay.";
            }

            @Override
            public Disposed dispose(Mode mode) {
                if (blocked) {
                    return Disposed.blocked(List.of("Nobody knows what is in use."));
                }
                int gone = mode == Mode.REMOVE ? left.getAndSet(0) : left.get();
                return new Disposed(gone, gone * 1000L, List.of("thing 1"), List.of());
            }
        }
    }
}
