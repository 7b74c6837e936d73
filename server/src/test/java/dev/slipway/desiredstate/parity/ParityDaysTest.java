package dev.slipway.desiredstate.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.ParityDay;
import dev.slipway.kernel.CommitId;
import dev.slipway.support.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ParityDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static ParityDays days;

    @BeforeAll
    static void migrate() {
        days = new ParityDays(JdbcClient.create(TestDatabase.migrated().dataSource()));
    }

    @BeforeEach
    void forgetEverything() {
        days.forgetBefore(TODAY.plusYears(10));
    }

    private static ParityDay day(LocalDate day, String from, int matching) {
        return new ParityDay(day, from, "production", matching, 1, 2, 3, new CommitId("a".repeat(40)));
    }

    @Test
    void keepsTheLastCountOfEachDayAndPair() {
        days.put(day(TODAY, "staging", 4), NOON);
        days.put(day(TODAY, "dev", 9), NOON);
        days.put(day(TODAY, "staging", 5), NOON.plusSeconds(60));

        assertThat(days.since(TODAY)).containsExactly(day(TODAY, "dev", 9), day(TODAY, "staging", 5));
    }

    @Test
    void tellsTheDaysAskedForInTheirOrder() {
        days.put(day(TODAY, "staging", 4), NOON);
        days.put(day(TODAY.minusDays(2), "staging", 2), NOON);
        days.put(day(TODAY.minusDays(1), "staging", 3), NOON);

        assertThat(days.since(TODAY.minusDays(1)))
                .extracting(ParityDay::matching)
                .containsExactly(3, 4);
    }

    @Test
    void forgetsWhatIsOlderThanFourHundredDays() {
        days.put(day(TODAY.minusDays(400), "staging", 1), NOON);
        days.put(day(TODAY.minusDays(401), "staging", 2), NOON);

        days.forgetBefore(TODAY);

        assertThat(days.since(LocalDate.EPOCH)).extracting(ParityDay::matching).containsExactly(1);
    }
}
