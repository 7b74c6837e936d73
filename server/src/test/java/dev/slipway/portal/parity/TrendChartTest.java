package dev.slipway.portal.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.ParityDay;
import dev.slipway.kernel.CommitId;
import dev.slipway.portal.parity.TrendChart.Column;
import dev.slipway.portal.parity.TrendChart.Part;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendChartTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static ParityDay day(int after, String from, int matching, int excepted, int differing, int unknown) {
        CommitId commit = new CommitId("a".repeat(40));
        return new ParityDay(
                MONDAY.plusDays(after), from, "production", matching, excepted, differing, unknown, commit);
    }

    @Test
    void showsNothingBeforeTheFirstCount() {
        assertThat(TrendChart.of(List.of())).isEqualTo(new TrendChart(List.of(), 0));
    }

    @Test
    void stacksTheVerdictsOfAllPairsFromTheBottomUp() {
        TrendChart chart = TrendChart.of(List.of(day(0, "dev", 4, 0, 1, 0), day(0, "staging", 2, 1, 1, 1)));

        assertThat(chart.most()).isEqualTo(10);
        assertThat(chart.columns())
                .containsExactly(new Column(
                        MONDAY,
                        10,
                        List.of(
                                new Part("match", 6, 40, 60),
                                new Part("excepted", 1, 30, 10),
                                new Part("unknown", 1, 20, 10),
                                new Part("differs", 2, 0, 20))));
        assertThat(chart.columns().getFirst().words())
                .isEqualTo("2026-11-16: 6 match, 1 excepted, 1 unknown, 2 differs");
    }

    @Test
    void measuresAllDaysByTheLargest() {
        TrendChart chart = TrendChart.of(List.of(day(0, "dev", 1, 0, 0, 0), day(1, "dev", 4, 0, 0, 0)));

        assertThat(chart.columns())
                .extracting(column -> column.parts().getFirst())
                .containsExactly(new Part("match", 1, 75, 25), new Part("match", 4, 0, 100));
    }

    @Test
    void leavesADayEmptyOnWhichNothingWasCounted() {
        TrendChart chart = TrendChart.of(List.of(day(2, "dev", 1, 0, 0, 0), day(0, "dev", 1, 0, 0, 0)));

        assertThat(chart.columns())
                .extracting(Column::day)
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(chart.columns().get(1).words()).isEqualTo("2026-11-17: not counted");
    }

    @Test
    void showsADayWithoutServices() {
        assertThat(TrendChart.of(List.of(day(0, "dev", 0, 0, 0, 0))).columns())
                .containsExactly(new Column(MONDAY, 0, List.of()));
    }
}
