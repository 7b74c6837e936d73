package dev.slipway.gitops.impact.reading.network;

import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What leads to Services from outside. */
class BackendsTest {

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              tls: [{hosts: [shop.example], secretName: web-tls}]
              rules: [{http: {paths: [{path: /, backend: {service: {name: checkout, port: {name: http}}}}]}}]
            """;

    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web}
            spec: {rules: [{backendRefs: [{name: checkout, port: 80}]}]}
            """;

    @Test
    void tellsOfAServiceWhosePortIsStillNamed() {
        means(
                all(SERVICE, INGRESS),
                all(SERVICE.replace("name: http", "name: web"), INGRESS),
                BREAKS,
                "Ingress \"web\" leads nowhere: Service \"checkout\" has no port named http");
        means(
                all(SERVICE, ROUTE),
                all(SERVICE.replace("port: 80,", "port: 81,"), ROUTE),
                BREAKS,
                "HTTPRoute \"web\" leads nowhere: Service \"checkout\" has no port 80");
        assertThat(words(all(SERVICE, INGRESS), all(SERVICE.replace("port: 80,", "port: 81,"), INGRESS)))
                .noneMatch(each -> each.contains("nowhere"));
    }

    @Test
    void tellsOfAnIngressThatNamesAnotherPort() {
        means(
                all(SERVICE, INGRESS),
                all(SERVICE, INGRESS.replace("name: http", "number: 8080")),
                BREAKS,
                "Ingress \"web\" leads nowhere: Service \"checkout\" has no port 8080");
        assertThat(words(all(SERVICE, INGRESS), all(SERVICE, INGRESS.replace("name: http", "number: 80"))))
                .noneMatch(each -> each.contains("nowhere"));
    }

    @Test
    void aServiceOfNoRepositoryMayHaveAnyPort() {
        assertThat(words(INGRESS, INGRESS.replace("name: http", "number: 8080")))
                .noneMatch(each -> each.contains("nowhere"));
    }

    @Test
    void namesHostsThatAreNotAnsweredAnyMore() {
        String route = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: checkout}
                spec: {hosts: [checkout.example], http: [{route: [{destination: {host: checkout}}]}]}
                """;

        means(route, route.replace("checkout.example", "till.example"), BREAKS, "Does not answer for checkout.example");
        means(route, route.replace("checkout.example", "till.example"), NOTABLE, "Answers for till.example");
        means(route, route.replace("host: checkout}", "host: till}"), NOTABLE, "Routing changes: http[0].route[0]");
    }
}
