package dev.slipway.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.bench.desiredstate.DesiredStateBenchmark;
import dev.slipway.bench.desiredstate.JudgementBenchmark;
import dev.slipway.bench.impact.ImpactBenchmark;
import org.junit.jupiter.api.Test;

/** They put the server's beans together by hand and end with an exception when one wants what they do not give. */
class DesiredStateBenchmarksTest {

    private static final String AS_FEW_AS_THEY_TAKE = "150";

    @Test
    void readsCommits() {
        assertThatCode(() -> DesiredStateBenchmark.main(new String[] {AS_FEW_AS_THEY_TAKE}))
                .doesNotThrowAnyException();
    }

    @Test
    void judgesPullRequests() {
        assertThatCode(() -> JudgementBenchmark.main(new String[] {AS_FEW_AS_THEY_TAKE}))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhatAChangeDoes() {
        assertThatCode(() -> ImpactBenchmark.main(new String[] {"10", "1"})).doesNotThrowAnyException();
    }
}
