package dev.slipway.gitops.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kustomize.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static final String GATEWAY = """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: main, namespace: istio}
            spec: {servers: [{port: {number: 80}, hosts: ["*.localhost"]}]}
            ---
            """;

    private static final String HUB = GATEWAY + """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: dev, namespace: istio}
            spec: {hosts: [dev.internal], endpoints: [{address: dev.internal}], resolution: DNS}
            ---
            apiVersion: networking.istio.io/v1beta1
            kind: VirtualService
            metadata: {name: shop, namespace: istio}
            spec:
              hosts: [shop.localhost, "*.pr.localhost"]
              gateways: [istio/main]
              http: [{route: [{destination: {host: dev.internal, port: {number: 80}}}]}]
            """;

    private static final String SPOKE = GATEWAY + """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: red}
            spec:
              hosts: [shop.localhost]
              gateways: [istio/main]
              http:
                - match: [{uri: {prefix: /api}, method: {exact: GET}}, {uri: {regex: "/v[0-9]+"}}, {headers: {x-canary: {exact: "1"}}}]
                  route: [{destination: {host: api, port: {number: 80}}}]
                - match: [{uri: {exact: /gone}}]
                  route: [{destination: {host: gone.red.svc.cluster.local}}]
                - match: [{uri: {prefix: /shop}}]
                  route: [{destination: {host: shop.red.svc.cluster.local, port: {number: 80}}}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: red}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: red}
            spec: {ports: [{port: 80}]}
            """;

    private final RouteTable table = RouteTable.of(List.of(
            new RouteCluster("hub", "", "istio/main", Resources.parse("hub", HUB)),
            new RouteCluster("dev", "dev.internal", "istio/main", Resources.parse("dev", SPOKE))));

    private Route get(String host, String path, Map<String, String> headers) {
        return table.resolve("hub", host, path, "GET", () -> headers);
    }

    @Test
    void goesFromHubToSpokeToService() {
        assertThat(get("Shop.localhost:7070", "/shop?x=/api", Map.of()))
                .isInstanceOfSatisfying(Route.Reaches.class, route -> {
                    assertThat(route.service()).isEqualTo("shop");
                    assertThat(route.hops())
                            .extracting(Route.Hop::object)
                            .containsExactly(
                                    "Gateway istio/main",
                                    "VirtualService istio/shop",
                                    "ServiceEntry istio/dev",
                                    "Gateway istio/main",
                                    "VirtualService red/shop",
                                    "Service red/shop");
                });
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        for (Route route : List.of(
                get("shop.localhost", "/api/x", Map.of()),
                get("shop.localhost", "/v12", Map.of()),
                get("shop.localhost", "/shop", Map.of("x-canary", "1")))) {
            assertThat(route)
                    .isInstanceOfSatisfying(
                            Route.Reaches.class,
                            each -> assertThat(each.service()).isEqualTo("api"));
        }
    }

    @Test
    void saysWhyItEnds() {
        assertThat(answer("other.localhost", "/")).isEqualTo(Route.Answer.UNKNOWN_HOST);
        assertThat(answer("shop.example", "/")).isEqualTo(Route.Answer.UNKNOWN_HOST);
        assertThat(answer("shop.localhost", "/nothing")).isEqualTo(Route.Answer.NO_MATCH);
        assertThat(answer("shop.localhost", "/gone")).isEqualTo(Route.Answer.DEAD_END);
        assertThat(answer("a.pr.localhost", "/")).isEqualTo(Route.Answer.UNKNOWN_HOST);
    }

    private static final String PREVIEWS = HUB + """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: previews, namespace: istio}
            spec:
              hosts: ["*.localhost"]
              gateways: [istio/main]
              http:
                - match: [{authority: {regex: '^[a-z]+-pr-[0-9]+\\.localhost(:[0-9]+)?$'}}]
                  route: [{destination: {host: dev.internal, port: {number: 80}}}]
            """;

    @Test
    void onePatternInTheHubLeadsToEachHostThatTheSpokeHas() {
        RouteTable patterned = RouteTable.of(List.of(
                new RouteCluster("hub", "", "istio/main", Resources.parse("hub", PREVIEWS)),
                new RouteCluster(
                        "dev",
                        "dev.internal",
                        "istio/main",
                        Resources.parse(
                                "dev",
                                SPOKE.replace(
                                        "hosts: [shop.localhost]", "hosts: [api-pr-1.localhost, b.localhost]")))));

        assertThat(patterned.hosts("hub")).containsExactly("api-pr-1.localhost", "shop.localhost");
        assertThat(patterned.resolve("hub", "api-pr-1.localhost:7070", "/api", "GET", Map::of))
                .isInstanceOf(Route.Reaches.class);
        assertThat(patterned.resolve("hub", "api-pr-2.localhost", "/", "GET", Map::of))
                .isInstanceOfSatisfying(
                        Route.Ends.class, end -> assertThat(end.answer()).isEqualTo(Route.Answer.UNKNOWN_HOST));
        assertThat(patterned.resolve("hub", "b.localhost", "/", "GET", Map::of))
                .isInstanceOfSatisfying(
                        Route.Ends.class, end -> assertThat(end.answer()).isEqualTo(Route.Answer.UNKNOWN_HOST));
    }

    private Route.Answer answer(String host, String path) {
        return ((Route.Ends) get(host, path, Map.of())).answer();
    }
}
