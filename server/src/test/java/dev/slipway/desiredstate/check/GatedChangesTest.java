package dev.slipway.desiredstate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.Verification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatedChangesTest {

    private static final ClusterName CLUSTER = new ClusterName("spoke");
    private static final EnvironmentName DEV = new EnvironmentName("dev");
    private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final GatedChanges changes = new GatedChanges(new PlatformDefinition(
            "acme",
            new RepositoryRef("acme", "platform"),
            "localhost",
            new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
            "registry.localhost/acme",
            List.of(),
            List.of(
                    environment(DEV, null),
                    environment(PRODUCTION, new PromotionRule(DEV, PromotionRule.Trigger.MANUAL, List.of()))),
            List.of(),
            List.of(),
            Set.of(),
            false,
            null));

    private static Environment environment(EnvironmentName name, PromotionRule rule) {
        return new Environment(
                name,
                CLUSTER,
                "{team}-" + name,
                "{service}.{domain}",
                "localhost",
                false,
                rule,
                new Verification(null));
    }

    @Test
    void findsWhatChangesInAGatedEnvironmentAlone() {
        DesiredApplication dev = application("shop-dev", "dev.yaml", DEV, "1");
        DesiredApplication production = application("shop", "production.yaml", PRODUCTION, "1");

        assertThat(between(List.of(dev, production), List.of(changed(dev), production)))
                .isEmpty();
        assertThat(between(List.of(dev, production), List.of(dev, changed(production))))
                .hasSize(1);
        assertThat(between(List.of(dev, production), List.of(dev))).hasSize(1);
        assertThat(between(List.of(dev), List.of(dev, production))).hasSize(1);
    }

    @Test
    void looksAtEachApplicationOfANameThatSeveralHave() {
        DesiredApplication dev = application("shop", "clusters/dev/shop.yaml", DEV, "1");
        DesiredApplication production = application("shop", "clusters/production/shop.yaml", PRODUCTION, "1");
        DesiredApplication second = application("shop", "clusters/production/shop.yaml", PRODUCTION, "2");

        assertThat(between(List.of(dev, production), List.of(changed(dev), production)))
                .isEmpty();
        assertThat(between(List.of(dev, production), List.of(dev, changed(production))))
                .hasSize(1);
        assertThat(between(List.of(dev, production), List.of(dev))).hasSize(1);
        assertThat(between(List.of(dev), List.of(dev, production))).hasSize(1);
        assertThat(between(List.of(dev, production, second), List.of(dev, production, changed(second))))
                .hasSize(1);
    }

    private List<Problem> between(List<DesiredApplication> before, List<DesiredApplication> after) {
        return changes.between(
                new Desired(COMMIT, before, List.of(), List.of()), new Desired(COMMIT, after, List.of(), List.of()));
    }

    private static DesiredApplication changed(DesiredApplication application) {
        return application(
                application.name(),
                application.file(),
                application.environment(),
                application.fingerprint() + " changed");
    }

    private static DesiredApplication application(
            String name, String file, EnvironmentName environment, String fingerprint) {
        return new DesiredApplication(
                name,
                file,
                "red",
                null,
                null,
                environment,
                CLUSTER,
                "red-" + environment,
                null,
                COMMIT,
                ".",
                null,
                true,
                true,
                true,
                false,
                List.of(),
                fingerprint,
                List.of());
    }
}
