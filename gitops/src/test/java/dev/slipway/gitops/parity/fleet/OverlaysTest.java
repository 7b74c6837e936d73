package dev.slipway.gitops.parity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.parity.Difference;
import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.gitops.parity.Term;
import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.kustomize.Resources;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Environments that stand at several places, such as regions. */
class OverlaysTest {

    private static Member member(String application, String environment, String name, String probe) {
        return new Member(
                application,
                "shop",
                null,
                environment,
                "spoke",
                application,
                "",
                Resources.parse("all.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: %s}
                        spec:
                          selector: {matchLabels: {app: shop}}
                          template:
                            metadata: {labels: {app: shop}}
                            spec:
                              containers: [{name: app, image: "shop:1", readinessProbe: {httpGet: {path: %s, port: 80}}}]
                        """.formatted(name, probe)),
                null);
    }

    private static List<Difference> probes(Member... members) {
        Fleet fleet =
                new Fleet(Arrays.asList(members), Landscape.unknown(), _ -> new Declaration.Missing("There is none."));
        return new FleetComparison(
                        fleet,
                        new Parity(ParityRules.STANDARD, LocalDate.of(2026, 11, 21)),
                        List.of(new Pair("staging", "prod")))
                .of("shop").getFirst().terms().stream()
                        .filter(each -> each.term() == Term.PROBES)
                        .flatMap(each -> each.differences().stream())
                        .toList();
    }

    @Test
    void eachIsComparedForItself() {
        Member staging = member("shop-staging", "staging", "shop", "/ready");
        Member same = member("shop-prod-us", "prod", "shop", "/ready");
        Member other = member("shop-prod-eu", "prod", "shop", "/");

        for (List<Member> order : List.of(List.of(same, other), List.of(other, same))) {
            assertThat(probes(staging, order.getFirst(), order.getLast()))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.left()).contains("/ready");
                        assertThat(each.words()).isEqualTo("Only in shop-prod-eu.");
                    });
        }
        assertThat(probes(staging, same, member("shop-prod-ap", "prod", "shop", "/ready")))
                .isEmpty();
        assertThat(probes(staging, other, member("shop-prod-ap", "prod", "shop", "/")))
                .singleElement()
                .satisfies(each -> assertThat(each.words()).isEmpty());
    }

    @Test
    void thoseThatAreCalledAlikeAreCompared() {
        assertThat(probes(
                        member("shop-staging-eu", "staging", "shop", "/eu"),
                        member("shop-staging-us", "staging", "shop", "/us"),
                        member("shop-prod-us", "prod", "shop", "/us"),
                        member("shop-prod-eu", "prod", "shop", "/eu")))
                .isEmpty();
        assertThat(probes(
                        member("shop-staging-eu", "staging", "shop", "/eu"),
                        member("shop-staging-us", "staging", "shop", "/us"),
                        member("shop-prod-us", "prod", "shop", "/us"),
                        member("shop-prod-ap", "prod", "shop", "/eu")))
                .extracting(Difference::words)
                .containsExactlyInAnyOrder(
                        "Only in shop-staging-eu → shop-prod-us.", "Only in shop-staging-us → shop-prod-ap.");
    }

    @Test
    void partsAtOtherPlacesBelongToEach() {
        Member worker = member("shop-worker-prod", "prod", "worker", "/");
        Member staged = member("shop-worker-staging", "staging", "worker", "/");
        Member staging = member("shop-staging", "staging", "shop", "/ready");

        assertThat(probes(staging, staged, member("shop-prod", "prod", "shop", "/ready"), worker))
                .isEmpty();
        assertThat(probes(
                        staging,
                        staged,
                        member("shop-prod-eu", "prod", "shop", "/ready"),
                        worker,
                        member("shop-prod-us", "prod", "shop", "/ready")))
                .isEmpty();
    }
}
