package dev.slipway.desiredstate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.gitops.DeclaredSet;
import dev.slipway.gitops.Footing;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatedChangesTest {

    private static final ClusterName HUB = new ClusterName("hub");
    private static final ClusterName CLUSTER = new ClusterName("spoke");
    private static final EnvironmentName DEV = new EnvironmentName("dev");
    private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
    private static final Supplier<Footing> NOTHING = () -> new Footing(Map.of(), "", Set.of(), Map.of());
    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final GatedChanges changes = new GatedChanges(new PlatformDefinition(
            "acme",
            new RepositoryRef("acme", "platform"),
            "localhost",
            new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
            "registry.localhost/acme",
            List.of(
                    new Cluster(HUB, true, null, "istio/hub"),
                    new Cluster(CLUSTER, false, "spoke.internal", "istio/in")),
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

    @Test
    void findsWhatDecidesOtherwiseThoughItRendersTheSame() {
        DesiredApplication dev = application("shop-dev", "dev.yaml", DEV, "1");
        DesiredApplication production = application("shop", "production.yaml", PRODUCTION, "1");

        assertThat(changes.between(List.of(on("main", dev)), List.of(on("main", dev))))
                .isEmpty();
        assertThat(changes.between(List.of(on("main", dev)), List.of(on("1.0", dev))))
                .isEmpty();
        assertThat(changes.between(List.of(on("main", production)), List.of(on("main", production))))
                .isEmpty();
        assertThat(changes.between(List.of(on("main", production)), List.of(on("1.0", production))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo("production.yaml");
                    assertThat(problem.message()).contains("\"shop\" in \"production\"", "spec.targetRevision");
                });
    }

    @Test
    void doesNotLetAnAppOfAppsChangeThatNobodyKnows() {
        DesiredApplication known = maker("argocd", List.of());
        DesiredApplication unknown = maker("argocd", List.of(Problem.of("It is Jsonnet.")));
        DesiredApplication other = maker("monitoring", List.of(Problem.of("It is Jsonnet.")));

        assertThat(changes.between(List.of(on("1", known)), List.of(on("2", known))))
                .isEmpty();
        assertThat(changes.between(List.of(on("1", unknown)), List.of(on("1", unknown))))
                .isEmpty();
        assertThat(changes.between(List.of(on("1", other)), List.of(on("2", other))))
                .isEmpty();
        assertThat(changes.between(List.of(on("1", unknown)), List.of(on("2", unknown))))
                .hasSize(1);
        assertThat(changes.between(List.of(), List.of(on("1", unknown)))).hasSize(1);
        assertThat(changes.between(List.of(on("1", unknown)), List.of(on("2", known))))
                .isEmpty();
        assertThat(changes.between(List.of(on("1", unknown)), List.of())).hasSize(1);
        assertThat(changes.between(List.of(on("1", known)), List.of())).isEmpty();
        assertThat(changes.between(List.of(), List.of(new Standing(known, false, true, NOTHING))))
                .hasSize(1);
    }

    @Test
    void findsWhatAnApplicationPutsBesideItsDestination() {
        DesiredApplication empty = directory(CLUSTER, "");
        DesiredApplication inDev = directory(CLUSTER, pod("red-dev", "1"));
        DesiredApplication inProduction = directory(CLUSTER, pod("red-production", "1"));
        DesiredApplication quota = directory(CLUSTER, pod("red-production", "1").replace("Pod", "ResourceQuota"));

        assertThat(between(List.of(empty), List.of(inDev))).isEmpty();
        assertThat(between(List.of(empty), List.of(quota))).isEmpty();
        assertThat(between(List.of(empty), List.of(inProduction))).hasSize(1);
        assertThat(between(List.of(inProduction), List.of())).hasSize(1);
        assertThat(between(List.of(inProduction), List.of(directory(CLUSTER, pod("red-production", "2")))))
                .hasSize(1);
        assertThat(between(List.of(inProduction), List.of(inProduction))).isEmpty();
        assertThat(between(List.of(), List.of(directory(HUB, pod("red-production", "1")))))
                .isEmpty();
    }

    @Test
    void takesAnAddressThatNobodyKnowsForAnyCluster() {
        DesiredApplication somewhere =
                application("shop", "dev.yaml", DEV, null, "red-production", "1", List.of(), List.of());
        DesiredApplication other = application("shop", "dev.yaml", DEV, null, "red-other", "1", List.of(), List.of());

        assertThat(between(List.of(), List.of(somewhere))).hasSize(1);
        assertThat(between(List.of(), List.of(other))).isEmpty();
    }

    @Test
    void countsAnOrderToSyncAsRunning() {
        DesiredApplication manual = with(application("shop", "p.yaml", PRODUCTION, "1"), false);

        assertThat(changes.between(List.of(), List.of(on("1", manual)))).isEmpty();
        assertThat(changes.between(List.of(), List.of(new Standing(manual, true, false, NOTHING))))
                .hasSize(1);
    }

    private static DesiredApplication directory(ClusterName cluster, String manifest) {
        return application(
                "directory",
                "directory.yaml",
                null,
                cluster,
                "default",
                manifest,
                List.of(),
                manifest.isEmpty() ? List.of() : Resources.parse("x.yaml", manifest));
    }

    private static String pod(String namespace, String image) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: " + namespace + "}\nspec: {image: \"" + image
                + "\"}\n";
    }

    @Test
    void doesNotLetASetChangeThatIsDecidedElsewhereAndMayReachAGate() {
        String production = "{name: spoke, namespace: '{{team}}-production'}";
        DeclaredSet settled = set(true, production);
        DeclaredSet open = set(false, production);

        assertThat(changes.ofSets(List.of(settled), List.of(set(true, production + " #"))))
                .isEmpty();
        assertThat(changes.ofSets(List.of(open), List.of(open))).isEmpty();
        assertThat(changes.ofSets(List.of(), List.of(settled))).isEmpty();
        assertThat(changes.ofSets(List.of(), List.of(open))).hasSize(1);
        assertThat(changes.ofSets(List.of(open), List.of())).hasSize(1);
        assertThat(changes.ofSets(List.of(settled), List.of(set(false, "{name: spoke, namespace: '{{x}}'}"))))
                .hasSize(1);
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{name: hub, namespace: 'red-{{x}}'}"))))
                .isEmpty();
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{name: hub, namespace: argocd}"))))
                .hasSize(1);
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{server: 'https://x', namespace: '{{\n.x}}'}"))))
                .hasSize(1);
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{name: spoke, namespace: 'preview-{{number}}'}"))))
                .isEmpty();
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{name: '{{cluster}}', namespace: red-production}"))))
                .hasSize(1);
        assertThat(changes.ofSets(List.of(), List.of(set(false, "{name: spoke, namespace: 'preview-{{n}}-x'}"))))
                .isEmpty();
    }

    private static DeclaredSet set(boolean settled, String destination) {
        String manifest = "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all}\n"
                + "spec:\n  template:\n    spec:\n      destination: " + destination + "\n";
        return new DeclaredSet("set.yaml", Resources.parse("set.yaml", manifest).getFirst(), settled, List.of());
    }

    private static Standing on(String revision, DesiredApplication application) {
        return new Standing(
                application,
                false,
                false,
                () -> new Footing(Map.of("spec.targetRevision", revision), "", Set.of(), Map.of()));
    }

    private List<Problem> between(List<DesiredApplication> before, List<DesiredApplication> after) {
        return changes.between(standing(before), standing(after));
    }

    private static List<Standing> standing(List<DesiredApplication> applications) {
        return applications.stream().map(each -> on("main", each)).toList();
    }

    private static DesiredApplication changed(DesiredApplication application) {
        return application(
                application.name(),
                application.file(),
                application.environment(),
                application.fingerprint() + " changed");
    }

    private static DesiredApplication maker(String namespace, List<Problem> problems) {
        return application("apps", "apps.yaml", null, HUB, namespace, "1", problems, List.of());
    }

    private static DesiredApplication application(
            String name, String file, EnvironmentName environment, String fingerprint) {
        return application(name, file, environment, CLUSTER, "red-" + environment, fingerprint, List.of(), List.of());
    }

    private static DesiredApplication with(DesiredApplication application, boolean automated) {
        return made(
                application.name(),
                application.file(),
                application.environment(),
                application.cluster(),
                application.namespace(),
                application.fingerprint(),
                automated,
                List.of(),
                List.of());
    }

    private static DesiredApplication application(
            String name,
            String file,
            @Nullable EnvironmentName environment,
            @Nullable ClusterName cluster,
            String namespace,
            String fingerprint,
            List<Problem> problems,
            List<Resource> objects) {
        return made(name, file, environment, cluster, namespace, fingerprint, true, problems, objects);
    }

    private static DesiredApplication made(
            String name,
            String file,
            @Nullable EnvironmentName environment,
            @Nullable ClusterName cluster,
            String namespace,
            String fingerprint,
            boolean automated,
            List<Problem> problems,
            List<Resource> objects) {
        return new DesiredApplication(
                name,
                file,
                "red",
                null,
                null,
                environment,
                cluster,
                namespace,
                null,
                COMMIT,
                ".",
                null,
                automated,
                true,
                true,
                false,
                objects,
                fingerprint,
                problems);
    }
}
