package dev.slipway.gitops.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParityExceptionTest {

    private static final Shop STAGING = Shop.in("staging");
    private static final Shop PROBED = Shop.in("production").with("path: /ready", "path: /alive");

    private static ParityException exception(Set<String> environments, Term term, String path, LocalDate expires) {
        return new ParityException(
                "shop", environments, term, path, "rosa", "until it is moved", expires, "platform.yaml:9:7");
    }

    private static Comparison with(ParityException exception) {
        return Shop.compare(new ParityRules(ParityRules.STANDARD.mustMatch(), List.of(exception)), STAGING, PROBED);
    }

    @Test
    void lastsThroughItsLastDayAndIsShown() {
        Comparison comparison = with(exception(Set.of(), Term.PROBES, null, Shop.TODAY));

        assertThat(comparison.verdict()).isEqualTo(Verdict.EXCEPTED);
        assertThat(comparison.passes()).isTrue();
        assertThat(Shop.term(Term.PROBES, comparison)
                        .differences()
                        .getFirst()
                        .exception()
                        .owner())
                .isEqualTo("rosa");
    }

    @Test
    void countsNoMoreOnceExpiredAndIsAFinding() {
        Comparison comparison = with(exception(Set.of(), Term.PROBES, null, Shop.TODAY.minusDays(1)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.expired()).hasSize(1);
    }

    @Test
    void coversOnlyItsPathAndItsEnvironments() {
        assertThat(with(exception(Set.of(), null, "Deployment/shop *.readinessProbe.*", Shop.TODAY))
                        .verdict())
                .isEqualTo(Verdict.EXCEPTED);
        assertThat(with(exception(Set.of(), null, "Deployment/shop *.livenessProbe.*", Shop.TODAY))
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(with(exception(Set.of("dev"), Term.PROBES, null, Shop.TODAY)).verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(with(exception(Set.of("production"), Term.PROBES, null, Shop.TODAY))
                        .verdict())
                .isEqualTo(Verdict.EXCEPTED);
    }

    @Test
    void doesNotMakeTheUnknownKnown() {
        ParityRules rules = new ParityRules(
                ParityRules.STANDARD.mustMatch(), List.of(exception(Set.of(), Term.DEPENDENCY_TLS, null, Shop.TODAY)));

        assertThat(Shop.compare(rules, STAGING, Shop.in("production").calling(""))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
