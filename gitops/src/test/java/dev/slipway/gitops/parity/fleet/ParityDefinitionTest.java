package dev.slipway.gitops.parity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.parity.Term;
import dev.slipway.gitops.parity.fleet.ParityDefinition.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParityDefinitionTest {

    private static Reading read(String text) {
        return ParityDefinition.read(
                YamlReader.core().document("platform.yaml", text).orElseThrow(),
                List.of("dev", "staging", "production"));
    }

    @Test
    void whatIsNotNamedIsAsUsual() {
        Reading reading = read("mustMatch: [replicas]\nmayDiffer: [probes]\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rules().mustMatch(Term.REPLICAS)).isTrue();
        assertThat(reading.rules().mustMatch(Term.PROBES)).isFalse();
        assertThat(reading.rules().mustMatch(Term.COMMAND)).isTrue();
        assertThat(reading.rules().mustMatch(Term.QUOTA)).isFalse();
    }

    @Test
    void saysEverythingThatIsWrong() {
        Reading reading = read("""
                mustMatch: [probs, ports]
                mayDiffer: [ports]
                exceptions:
                  - {service: shop, term: probes, reason: later}
                  - {service: shop, term: probes, path: x, owner: rosa, reason: later, expires: 2027-01-31}
                  - {service: shop, environments: [stagin], term: ports, owner: rosa, reason: later, expires: soon}
                """);

        assertThat(reading.findings())
                .extracting(each -> each.where() + " " + each.what())
                .containsExactlyInAnyOrder(
                        "platform.yaml:1:13 There is no term of parity \"probs\".",
                        "platform.yaml:2:13 The term \"ports\" is listed twice.",
                        "platform.yaml:4:5 \"owner\" is missing.",
                        "platform.yaml:4:5 \"expires\" is missing.",
                        "platform.yaml:5:5 An exception has both \"term\" and \"path\".",
                        "platform.yaml:6:36 There is no environment \"stagin\".",
                        "platform.yaml:6:95 \"soon\" is no day.");
        assertThat(reading.findings())
                .extracting(Finding::next)
                .contains("Did you mean \"probes\"?", "Did you mean \"staging\"?");
    }
}
