package dev.slipway.gitops.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.routes.rule.HeaderEdits;
import dev.slipway.kustomize.Resources;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a VirtualService's {@code http} means, by Istio's reference of networking.istio.io/v1. */
class RuleTest {

    private static final String AROUND = """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: main, namespace: istio}
            spec: {servers: [{port: {number: 80}, hosts: ["*.localhost"]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: red}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: other, namespace: red}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: red}
            spec:
              hosts: [shop.localhost]
              gateways: [istio/main]
              http:
            """;
    private static final String TO_SHOP = ", route: [{destination: {host: shop}}]}";

    private static RouteTable table(String... http) {
        StringBuilder text = new StringBuilder(AROUND);
        for (String each : http) {
            text.append("    - ").append(each).append('\n');
        }
        return RouteTable.of(
                List.of(new RouteCluster("hub", "", "istio/main", Resources.parse("routes", text.toString()))));
    }

    private static Route ask(RouteTable table, String uri, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (String header : headers) {
            all.put(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        return table.resolve("hub", "shop.localhost:7070", uri, "GET", () -> all);
    }

    private static boolean matches(String match, String uri, String... headers) {
        return ask(table("{match: [" + match + "]" + TO_SHOP), uri, headers) instanceof Route.Reaches;
    }

    private static Passage passage(String rule, String uri) {
        return ((Route.Reaches) ask(table("{" + rule + TO_SHOP), uri)).passage();
    }

    @Test
    void aRegularExpressionHasToMatchTheWholePathWithoutItsQuery() {
        assertThat(matches("{uri: {regex: '/v[0-9]+'}}", "/v12?x=1")).isTrue();
        assertThat(matches("{uri: {regex: '/v[0-9]+'}}", "/v12/more")).isFalse();
        assertThat(matches("{uri: {regex: '/v[0-9]+'}}", "/api/v12")).isFalse();
    }

    @Test
    void aRegularExpressionThatWouldBacktrackForeverAnswersAtOnce() {
        assertThat(matches("{uri: {regex: '/(a+)+b'}}", "/" + "a".repeat(5_000) + "!"))
                .isFalse();
    }

    @Test
    void ignoresTheCaseOfPathsWhereAskedTo() {
        assertThat(matches("{uri: {prefix: /API}, ignoreUriCase: true}", "/api/x"))
                .isTrue();
        assertThat(matches("{uri: {exact: /API}, ignoreUriCase: true}", "/Api")).isTrue();
        assertThat(matches("{uri: {prefix: /API}}", "/api/x")).isFalse();
    }

    @Test
    void matchesTheAuthorityWhereverTheGatewayListens() {
        assertThat(matches("{authority: {exact: shop.localhost}}", "/")).isTrue();
        assertThat(matches("{headers: {':authority': {prefix: shop.}}}", "/")).isTrue();
        assertThat(matches("{authority: {exact: other.localhost}}", "/")).isFalse();
    }

    @Test
    void matchesHeadersByValueOrBecauseTheyAreThere() {
        assertThat(matches("{headers: {x-user: {}}}", "/", "x-user: ")).isTrue();
        assertThat(matches("{headers: {x-user: {}}}", "/")).isFalse();
        assertThat(matches("{headers: {x-user: {regex: 'a.*'}}}", "/", "x-user: anna"))
                .isTrue();
        assertThat(matches("{withoutHeaders: {x-user: {exact: anna}}}", "/", "x-user: anna"))
                .isFalse();
        assertThat(matches("{withoutHeaders: {x-user: {exact: anna}}}", "/")).isTrue();
    }

    @Test
    void matchesTheFirstValueOfAQueryParameter() {
        assertThat(matches("{queryParams: {v: {exact: '2'}}}", "/?a=1&v=2&v=3")).isTrue();
        assertThat(matches("{queryParams: {v: {exact: '3'}}}", "/?a=1&v=2&v=3")).isFalse();
        assertThat(matches("{queryParams: {v: {exact: ''}}}", "/?v")).isTrue();
        assertThat(matches("{queryParams: {v: {regex: '[0-9]+'}}}", "/")).isFalse();
    }

    @Test
    void allConditionsOfAMatchHaveToHoldAndOneOfTheMatches() {
        String both = "{uri: {prefix: /a}, method: {exact: POST}}";
        assertThat(matches(both, "/a")).isFalse();
        assertThat(matches(both + ", {uri: {exact: /a}}", "/a")).isTrue();
    }

    @Test
    void aMatchForAnotherGatewayIsNone() {
        assertThat(matches("{gateways: [mesh]}", "/")).isFalse();
        assertThat(matches("{gateways: [mesh, istio/main]}", "/")).isTrue();
    }

    @Test
    void rewritesTheMatchedPrefixAndKeepsTheQuery() {
        assertThat(passage("match: [{uri: {prefix: /api}}], rewrite: {uri: /v2}", "/api/x?q=1")
                        .uri())
                .isEqualTo("/v2/x?q=1");
        assertThat(passage("match: [{uri: {exact: /api}}], rewrite: {uri: /v2}", "/api?q=1")
                        .uri())
                .isEqualTo("/v2?q=1");
        assertThat(passage("rewrite: {uri: /v2/}", "/x").uri()).isEqualTo("/v2/x");
    }

    @Test
    void rewritesByRegularExpressionWithGroups() {
        String rewrite = "rewrite: {uriRegexRewrite: {match: '^/service/([^/]+)(/.*)$', rewrite: '\\2/instance/\\1'}}";

        assertThat(passage(rewrite, "/service/foo/v1/api?q=1").uri()).isEqualTo("/v1/api/instance/foo?q=1");
        assertThat(passage(rewrite, "/other").uri()).isNull();
    }

    @Test
    void rewritesTheAuthority() {
        assertThat(passage("rewrite: {authority: inner.localhost}", "/").authority())
                .isEqualTo("inner.localhost");
        assertThat(passage("headers: {request: {set: {Host: inner.localhost}}}", "/")
                        .authority())
                .isEqualTo("inner.localhost");
    }

    @Test
    void changesHeadersOfRequestAndAnswer() {
        Passage passage =
                passage("headers: {request: {set: {X-A: '1'}, remove: [X-B]}, response: {add: {X-C: '100%%'}}}", "/");

        assertThat(passage.request()).containsExactly(new HeaderEdits(Map.of("x-a", "1"), Map.of(), List.of("x-b")));
        assertThat(passage.response()).containsExactly(new HeaderEdits(Map.of(), Map.of("x-c", "100%"), List.of()));
    }

    @Test
    void dividesRequestsByWeight() {
        RouteTable table = table(
                "{route: [{destination: {host: shop}, weight: 90}," + " {destination: {host: other}, weight: 10}]}");
        int others = 0;
        for (int i = 0; i < 10_000; i++) {
            others += ((Route.Reaches) ask(table, "/")).service().equals("other") ? 1 : 0;
        }
        assertThat(others).isBetween(700, 1_300);
    }

    @Test
    void endsWhereNoDestinationHasWeight() {
        String http = "{route: [{destination: {host: shop}, weight: 0}, {destination: {host: other}, weight: 0}]}";

        assertThat(((Route.Ends) ask(table(http), "/")).cause()).isEqualTo(Route.Cause.NO_WEIGHT);
    }

    @Test
    void readsTimeoutsAndRetries() {
        Passage passage = passage(
                "timeout: 1.5s, retries: {attempts: 3, perTryTimeout: 500ms, retryOn: 'gateway-error,418'}", "/");

        assertThat(passage.timeout()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(passage.retries()).isNotNull().satisfies(retries -> {
            assertThat(retries.attempts()).isEqualTo(3);
            assertThat(retries.perTryTimeout()).isEqualTo(Duration.ofMillis(500));
            assertThat(retries.statuses()).containsExactlyInAnyOrder(418, 502, 503, 504);
        });
    }

    @Test
    void tellsEverythingThatItDoesNotExecute() {
        RouteTable table = table(
                "{match: [{scheme: {exact: http}}, {uri: {suffix: /x}}, {uri: {regex: '('}}]" + TO_SHOP,
                "{fault: {abort: {httpStatus: 500}}" + TO_SHOP,
                "{timeout: soon, retries: {attempts: 1, retryOn: sometimes}" + TO_SHOP,
                "{headers: {request: {set: {Connection: close, X-A: '%DOWNSTREAM%'}}}" + TO_SHOP,
                "{corsPolicy: {}" + TO_SHOP);

        assertThat(table.problems())
                .extracting(problem -> problem.at().pointer())
                .containsExactly(
                        "/spec/http/0/match/0/scheme",
                        "/spec/http/0/match/1/uri",
                        "/spec/http/0/match/2/uri/regex",
                        "/spec/http/1/fault",
                        "/spec/http/2/timeout",
                        "/spec/http/2/retries/retryOn",
                        "/spec/http/3/headers/request/set/Connection",
                        "/spec/http/3/headers/request/set/X-A",
                        "/spec/http/4/corsPolicy");
        assertThat(ask(table, "/")).isInstanceOf(Route.Ends.class);
    }

    @Test
    void aDelegateGoesOnWithinTheMatchOfItsRoot() {
        String text = AROUND + "    - {match: [{uri: {prefix: /shop}}], delegate: {name: inner}, timeout: 2s}\n" + """
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: inner, namespace: red}
                spec: {http: [{match: [{method: {exact: GET}}], route: [{destination: {host: shop}}]}]}
                """;
        RouteTable table =
                RouteTable.of(List.of(new RouteCluster("hub", "", "istio/main", Resources.parse("routes", text))));

        assertThat(ask(table, "/shop")).isInstanceOfSatisfying(Route.Reaches.class, reached -> {
            assertThat(reached.hops()).extracting(Route.Hop::object).contains("VirtualService red/inner");
            assertThat(reached.passage().timeout()).isEqualTo(Duration.ofSeconds(2));
        });
        assertThat(ask(table, "/")).isInstanceOf(Route.Ends.class);
    }
}
