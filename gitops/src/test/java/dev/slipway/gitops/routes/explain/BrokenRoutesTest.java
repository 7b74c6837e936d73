package dev.slipway.gitops.routes.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.gitops.routes.explain.Explanation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to break a route names its true cause, with file and line. */
class BrokenRoutesTest {

    private static final String HUB = "clusters/hub/shop.yaml";
    private static final String SPOKE = "clusters/dev/shop.yaml";
    private static final String LAST = "            host: dev.internal\n            port: {number: 80}\n";

    private static Explanation explain(SmallPlatform platform, String url) {
        return platform.routes().explain(Inquiry.of(url, "GET", Map.of()), LiveReplicas.unknown());
    }

    private static Verdict verdict(SmallPlatform platform) {
        return explain(platform, "http://shop.localhost/cart")
                .branches()
                .getFirst()
                .verdict();
    }

    private static Arguments broken(
            String how, UnaryOperator<SmallPlatform> change, Cause cause, String where, String words) {
        return arguments(how, change, cause, where, words);
    }

    private static UnaryOperator<SmallPlatform> replacing(String file, String before, String after) {
        return platform -> platform.replace(file, before, after);
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                broken(
                        "the host is not in the hub's Gateway",
                        replacing("clusters/hub/gateway.yaml", "*.localhost", "*.example"),
                        Cause.HOST_NOT_SERVED,
                        "clusters/hub/gateway.yaml:6:",
                        "does not serve the host shop.localhost"),
                broken(
                        "the Gateway is missing",
                        platform -> platform.without("clusters/dev/gateway.yaml"),
                        Cause.NO_GATEWAY,
                        "",
                        "there is no Gateway istio/cross in dev"),
                broken(
                        "the gateway is of another namespace",
                        replacing(HUB, "istio/main", "red/main"),
                        Cause.NOT_BOUND,
                        "clusters/hub/shop.yaml:10:",
                        "its gateways mean red/main"),
                broken(
                        "a short gateway name means the VirtualService's namespace",
                        replacing(SPOKE, "istio/cross", "cross"),
                        Cause.NOT_BOUND,
                        "clusters/dev/shop.yaml:10:",
                        "its gateways mean red-dev/cross"),
                broken(
                        "the VirtualService is bound to no gateway",
                        replacing(HUB, "  gateways:\n    - istio/main\n", ""),
                        Cause.NOT_BOUND,
                        "clusters/hub/shop.yaml:",
                        "it names no gateways"),
                broken(
                        "the Gateway admits other namespaces only",
                        replacing("clusters/dev/gateway.yaml", "*.localhost", "./*.localhost"),
                        Cause.NOT_ADMITTED,
                        "clusters/dev/shop.yaml:8:",
                        "from other namespaces than red-dev"),
                broken(
                        "the hub's VirtualService is missing",
                        platform -> platform.without(HUB),
                        Cause.NO_VIRTUAL_SERVICE,
                        "clusters/hub/gateway.yaml:8:",
                        "no VirtualService of hub has the host"),
                broken(
                        "no match for the path",
                        replacing(HUB, "- route:", "- match: [{uri: {prefix: /api}}]\n      route:"),
                        Cause.NO_MATCH,
                        "clusters/hub/shop.yaml:12:",
                        "no rule of VirtualService istio/shop matches"),
                broken(
                        "a regular expression that is not anchored as its author thought",
                        replacing(HUB, "- route:", "- match: [{uri: {regex: '/car'}}]\n      route:"),
                        Cause.NO_MATCH,
                        "clusters/hub/shop.yaml:12:",
                        "no rule of VirtualService istio/shop matches"),
                broken(
                        "the ServiceEntry is missing",
                        platform -> platform.without("clusters/hub/entry.yaml"),
                        Cause.NO_SERVICE_ENTRY,
                        "clusters/hub/shop.yaml:14:",
                        "for dev.internal"),
                broken(
                        "the ServiceEntry leads to no cluster",
                        replacing("clusters/hub/entry.yaml", "address: dev.internal", "address: old.internal"),
                        Cause.UNKNOWN_NETWORK,
                        "clusters/hub/entry.yaml:10:",
                        "old.internal, which is no cluster's network"),
                broken(
                        "the ServiceEntry has another port",
                        replacing("clusters/hub/entry.yaml", "number: 80", "number: 8080"),
                        Cause.NO_PORT,
                        "clusters/hub/shop.yaml:14:",
                        "asks for port 80, ServiceEntry istio/spoke-dev has [8080]"),
                broken(
                        "the spoke's VirtualService is missing",
                        platform -> platform.without(SPOKE),
                        Cause.NO_VIRTUAL_SERVICE,
                        "clusters/dev/gateway.yaml:8:",
                        "no VirtualService of dev has the host"),
                broken(
                        "the subset is unknown",
                        replacing(SPOKE, "port: {number: 80}", "port: {number: 80}\n            subset: v2"),
                        Cause.NO_SUBSET,
                        "clusters/dev/shop.yaml:14:",
                        "has the subset v2"),
                broken(
                        "the Service has another name",
                        replacing(SPOKE, "shop.red-dev", "shopp.red-dev"),
                        Cause.NO_SERVICE,
                        "clusters/dev/shop.yaml:14:",
                        "there is no Service shopp.red-dev.svc.cluster.local in dev"),
                broken(
                        "the Service has another port",
                        replacing("deploy/service.yaml", "port: 80", "port: 81"),
                        Cause.NO_PORT,
                        "clusters/dev/shop.yaml:14:",
                        "Service red-dev/shop has no port 80"),
                broken(
                        "the container has no such port",
                        replacing("deploy/service.yaml", "targetPort: http", "targetPort: web"),
                        Cause.NO_PORT,
                        "shop: deploy/service.yaml:8:",
                        "port \"web\", which no container"),
                broken(
                        "the selector finds no pods",
                        replacing("deploy/service.yaml", "app: shop", "app: store"),
                        Cause.SELECTS_NOTHING,
                        "shop: deploy/service.yaml:5:",
                        "selects pods with {app=store}"),
                broken(
                        "there are no replicas",
                        replacing("deploy/deployment.yaml", "replicas: 2", "replicas: 0"),
                        Cause.NOTHING_READY,
                        "shop: deploy/deployment.yaml:5:",
                        "has 0 replicas"),
                broken(
                        "the delegate is missing",
                        replacing(HUB, HUB_ROUTE, "    - delegate: {name: cart, namespace: red}\n"),
                        Cause.DELEGATE_MISSING,
                        "clusters/hub/shop.yaml:12:",
                        "there is no VirtualService red/cart to delegate to"),
                broken(
                        "all weights are 0",
                        replacing(
                                HUB,
                                LAST,
                                LAST
                                        + "          weight: 0\n        - destination: {host: other.internal}\n          weight: 0\n"),
                        Cause.NO_WEIGHT,
                        "clusters/hub/shop.yaml:13:",
                        "all destinations have weight 0"),
                broken(
                        "a more specific host hides the rule",
                        platform -> platform.replace(HUB, "- shop.localhost", "- \"*.localhost\"")
                                .put(
                                        "clusters/hub/other.yaml",
                                        SmallPlatform.virtualService("istio", "istio/main", "dev.internal")
                                                .replace("name: shop", "name: early")
                                                .replace("- route:", "- match: [{uri: {exact: /}}]\n      route:")),
                        Cause.SHADOWED,
                        "clusters/hub/other.yaml:8:",
                        "VirtualService istio/shop would match, but is hidden"),
                broken(
                        "something that is not executed",
                        replacing(HUB, "- route:", "- redirect: {uri: /}\n      route:"),
                        Cause.NOT_UNDERSTOOD,
                        "clusters/hub/shop.yaml:12:",
                        "\"redirect\" is not understood here"));
    }

    private static final String HUB_ROUTE = "    - route:\n        - destination:\n" + LAST;

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void namesTheCauseWithFileAndLine(
            String how, UnaryOperator<SmallPlatform> change, Cause cause, String where, String words) {
        Verdict verdict = verdict(change.apply(new SmallPlatform()));

        assertThat(verdict.reaches()).isFalse();
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.where()).startsWith(where);
        assertThat(verdict.words()).contains(words);
        assertThat(verdict.next()).isNotEmpty();
    }

    /** What depends on the request, or on what runs, is nobody's mistake. */
    private static final Set<Cause> NO_MISTAKES = Set.of(Cause.NO_MATCH, Cause.SHADOWED, Cause.NOTHING_READY);

    /** Pods, routes of other namespaces and other ways in may be there without lying in these files. */
    private static boolean mayBeRight(String how, Cause cause, String where) {
        return how.contains("hub's")
                || cause == Cause.SELECTS_NOTHING
                || cause == Cause.NOT_ADMITTED
                || (cause == Cause.NOT_BOUND && where.startsWith(HUB));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void isFoundWithoutARequest(
            String how, UnaryOperator<SmallPlatform> change, Cause cause, String where, String words) {
        List<RouteFinding> findings = change.apply(new SmallPlatform()).routes().findings(new SmallPlatform().routes());

        if (NO_MISTAKES.contains(cause)) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(RouteFacts.areSame(
                            new SmallPlatform().declared(),
                            change.apply(new SmallPlatform()).declared()))
                    .isFalse();
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.where()).startsWith(where);
                assertThat(finding.certain()).isEqualTo(!mayBeRight(how, cause, where));
            });
        }
    }

    @Test
    void dependsNeitherOnImagesNorOnReplicas() {
        SmallPlatform released = new SmallPlatform()
                .replace("deploy/deployment.yaml", "image: shop", "image: shop:2")
                .replace("deploy/deployment.yaml", "replicas: 2", "replicas: 3");

        assertThat(RouteFacts.areSame(new SmallPlatform().declared(), released.declared()))
                .isTrue();
    }

    @Test
    void whatWasWrongBeforeIsNotFoundAgainWhereverItStands() {
        SmallPlatform before = new SmallPlatform().without("clusters/hub/entry.yaml");
        SmallPlatform after = new SmallPlatform()
                .without("clusters/hub/entry.yaml")
                .replace(HUB, "apiVersion", "# A line more.\napiVersion");

        assertThat(after.routes().findings(before.routes())).isEmpty();
        assertThat(after.routes().findings(new SmallPlatform().routes())).hasSize(1);
    }

    @Test
    void saysWhenPlatformYamlNamesNoGateway() {
        Verdict verdict = verdict(new SmallPlatform().replace("platform.yaml", ", gateway: istio/cross", ""));

        assertThat(verdict.cause()).isEqualTo(Cause.NO_GATEWAY);
        assertThat(verdict.words()).contains("platform.yaml names no gateway of dev");
    }

    @Test
    void saysWhetherPlatformYamlOrAHubIsMissing() {
        assertThatThrownBy(() -> new SmallPlatform().without("platform.yaml").routes())
                .hasMessage("There is no \"platform.yaml\", which names the clusters.");
        assertThatThrownBy(() -> new SmallPlatform()
                        .replace("platform.yaml", "role: hub, ", "")
                        .routes())
                .hasMessage("\"platform.yaml\" has no cluster with role: hub.");
    }

    @Test
    void anIntactRouteShowsEveryHopWithItsPlace() {
        Explanation explanation = explain(new SmallPlatform(), "http://shop.localhost:7070/cart?x=1");

        assertThat(explanation.reaches()).isTrue();
        assertThat(explanation.branches().getFirst().steps())
                .extracting(step -> step.cluster() + " " + step.object() + " " + step.where())
                .containsExactly(
                        "hub Gateway istio/main clusters/hub/gateway.yaml:8:11",
                        "hub VirtualService istio/shop clusters/hub/shop.yaml:12:7",
                        "hub ServiceEntry istio/spoke-dev clusters/hub/entry.yaml:1:1",
                        "dev Gateway istio/cross clusters/dev/gateway.yaml:8:11",
                        "dev VirtualService red-dev/shop clusters/dev/shop.yaml:12:7",
                        "dev Service red-dev/shop shop: deploy/service.yaml:7:7",
                        "dev Deployment red-dev/shop shop: deploy/deployment.yaml:1:1");
        assertThat(explanation.branches().getFirst().verdict().words()).startsWith("asks for 2 replicas");
    }

    @Test
    void aRouteToOnePodOfAStatefulSetIsIntact() {
        SmallPlatform ofOne = new SmallPlatform()
                .replace("deploy/deployment.yaml", "kind: Deployment", "kind: StatefulSet")
                .replace("deploy/service.yaml", "app: shop", "statefulset.kubernetes.io/pod-name: shop-0");

        assertThat(explain(ofOne, "http://shop.localhost/").reaches()).isTrue();
        assertThat(verdict(ofOne.replace("deploy/service.yaml", "shop-0", "cart-0"))
                        .cause())
                .isEqualTo(Cause.SELECTS_NOTHING);
    }

    @Test
    void saysWhichConditionOfWhichRuleDoesNotHold() {
        Verdict verdict = verdict(
                new SmallPlatform().replace(HUB, "- route:", "- match:\n        - uri: {regex: '/car'}\n      route:"));

        assertThat(verdict.notes())
                .containsExactly("clusters/hub/shop.yaml:13:16: path \"/cart\" does not match regex \"/car\"");
    }

    @Test
    void saysWhenNoReplicaIsReadyWhereThatIsKnown() {
        LiveReplicas none = (cluster, namespace, service, port, subset) -> Optional.of(0);

        Verdict verdict = new SmallPlatform()
                .routes()
                .explain(Inquiry.of("shop.localhost", "GET", Map.of()), none)
                .branches()
                .getFirst()
                .verdict();

        assertThat(verdict.cause()).isEqualTo(Cause.NOTHING_READY);
        assertThat(verdict.words()).isEqualTo("0 of 2 replicas ready");
    }

    @Test
    void saysWhatIsNotAtHandInsteadOfGuessing() {
        Verdict verdict = new SmallPlatform()
                .routesWithoutTheService()
                .explain(Inquiry.of("shop.localhost", "GET", Map.of()), LiveReplicas.unknown())
                .branches()
                .getFirst()
                .verdict();

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_SEEN);
        assertThat(verdict.words()).contains("Application \"shop-dev\"", SmallPlatform.SHOP);
    }

    private static SmallPlatform withPreviews() {
        return new SmallPlatform()
                .put(
                        "clusters/hub/previews.yaml",
                        SmallPlatform.virtualService("istio", "istio/main", "dev.internal")
                                .replace("name: shop", "name: previews\n  labels: {slipway.dev/previews: \"true\"}")
                                .replace("- shop.localhost", "- \"*.localhost\"")
                                .replace(
                                        "- route:",
                                        "- match: [{authority: {regex: '^[a-z]+-pr-[0-9]+\\.localhost$'}}]\n      route:"));
    }

    @Test
    void saysThatNoPreviewLiesThere() {
        Verdict verdict = explain(withPreviews(), "shop-pr-7.localhost")
                .branches()
                .getFirst()
                .verdict();

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_BEHIND_PATTERN);
        assertThat(verdict.words())
                .contains(
                        "no preview lies at shop-pr-7.localhost",
                        "VirtualService istio/previews",
                        "of dev has the host");
        assertThat(verdict.where()).startsWith("clusters/dev/gateway.yaml:8:");
        assertThat(verdict.next()).contains("slipway previews");
    }

    @Test
    void aPatternForOtherHostsDoesNotHideThatAHostIsUnknown() {
        Verdict verdict =
                explain(withPreviews(), "shopp.localhost").branches().getFirst().verdict();

        assertThat(verdict.cause()).isEqualTo(Cause.NO_VIRTUAL_SERVICE);
        assertThat(verdict.words())
                .contains("no VirtualService of hub has the host shopp.localhost; did you mean shop");
    }

    @Test
    void takesEveryWayThatWeightsAllow() {
        SmallPlatform platform = new SmallPlatform()
                .replace(
                        HUB,
                        LAST,
                        LAST
                                + "          weight: 90\n        - destination: {host: gone.internal}\n          weight: 10\n");

        Explanation explanation = explain(platform, "shop.localhost");

        assertThat(explanation.reaches()).isFalse();
        assertThat(explanation.branches())
                .extracting(branch -> branch.percent() + " " + branch.verdict().reaches())
                .containsExactly("90 true", "10 false");
    }
}
