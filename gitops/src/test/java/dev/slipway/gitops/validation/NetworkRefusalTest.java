package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses of Services, Ingresses and NetworkPolicies; each with its neighbour that it takes. */
class NetworkRefusalTest {

    private static List<String> errors(String object) {
        return Cluster.lines(object).stream()
                .filter(each -> each.startsWith("ERROR"))
                .filter(each -> !each.startsWith("ERROR reference/"))
                .toList();
    }

    private static void assertRefused(String object, String rule, String words) {
        Cluster.assertOneError(errors(object), rule, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [{port: 80}] | ports: [] | service/ports | has no port",
                "clusterIP: None | type: ClusterIP | service/ports | has no port",
                "ports: [{name: a, port: 80}, {name: b, port: 81}] | ports: [{name: a, port: 80}, {port: 81}] | service/ports | port 81 has no name",
                "ports: [{name: a, port: 80}, {name: b, port: 81}] | ports: [{name: a, port: 80}, {name: a, port: 81}] | service/ports | name of another port",
                "ports: [{name: grpc-management-8080, port: 80}] | ports: [{name: my_port, port: 80}] | service/ports | \"my_port\" is no name",
                "ports: [{name: a, port: 80}, {name: b, port: 80, protocol: UDP}] | ports: [{name: a, port: 80}, {name: b, port: 80}] | schema/duplicate | before",
                "ports: [{port: 65535}] | ports: [{port: 65536}] | schema/value | too large",
                "ports: [{port: 80, targetPort: http}] | ports: [{port: 80, targetPort: '8080'}] | service/ports | \"8080\" is no name",
                "ports: [{port: 80, targetPort: 65535}] | ports: [{port: 80, targetPort: 65536}] | service/ports | 65536 is no port",
                "type: NodePort, ports: [{port: 80, nodePort: 30080}] | ports: [{port: 80, nodePort: 30080}] | service/ports | no port on nodes",
                "type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81}] | type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}] | service/ports | taken by another",
                "type: ExternalName, externalName: db.example. | type: ExternalName | service/type | not said",
                "type: ExternalName, externalName: db.example | type: ExternalName, externalName: 'http://db.example' | service/type | no name of DNS",
                "type: NodePort, ports: [{port: 80}] | type: LoadBalancer, clusterIP: None, ports: [{port: 80}] | service/type | address of its own",
                "type: NodePort, externalTrafficPolicy: Local, ports: [{port: 80}] | externalTrafficPolicy: Local, ports: [{port: 80}] | service/type | no externalTrafficPolicy",
                "type: LoadBalancer, loadBalancerSourceRanges: [' 10.0.0.0/8'], ports: [{port: 80}] | type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.1], ports: [{port: 80}] | service/type | cannot be among them",
                "externalIPs: [203.0.113.7], ports: [{port: 80}] | externalIPs: [127.0.0.1], ports: [{port: 80}] | service/type | \"127.0.0.1\" cannot",
                "type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8], ports: [{port: 80}] | type: NodePort, loadBalancerSourceRanges: [10.0.0.0/8], ports: [{port: 80}] | service/type | no loadBalancerSourceRanges",
                "sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 5}}, ports: [{port: 80}] | sessionAffinityConfig: {clientIP: {timeoutSeconds: 5}}, ports: [{port: 80}] | service/type | no session affinity",
                "trafficDistribution: PreferClose, ports: [{port: 80}] | trafficDistribution: PreferLocal, ports: [{port: 80}] | service/type | \"PreferLocal\" is no distribution",
            })
    void ofAService(String good, String bad, String rule, String words) {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {%s}}";

        assertThat(errors(service.formatted(good))).isEmpty();
        assertRefused(service.formatted(bad), rule, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{host: shop.example, http: {paths: [P]}} | {host: 10.0.0.1, http: {paths: [P]}} | ingress/host | \"10.0.0.1\" is no host",
                "{host: '*.shop.example', http: {paths: [P]}} | {host: 'a.*.example', http: {paths: [P]}} | ingress/host | no host",
                "{host: shop.example} | {host: 'shop.example:8080'} | ingress/host | no host",
                "{host: shop.example} | {host: Shop.example} | ingress/host | no host",
                "{http: {paths: [P]}} | {http: {paths: []}} | ingress/path | There is no path",
                "{http: {paths: [{pathType: Prefix, path: /a/, B}]}} | {http: {paths: [{pathType: Prefix, path: a, B}]}} | ingress/path | \"a\" is no path",
                "{http: {paths: [{pathType: Exact, path: /a..b, B}]}} | {http: {paths: [{pathType: Exact, path: /a/.., B}]}} | ingress/path | no path",
                "{http: {paths: [{pathType: Exact, path: /, B}]}} | {http: {paths: [{pathType: Exact, B}]}} | ingress/path | \"\" is no path",
                "{http: {paths: [{pathType: ImplementationSpecific, B}]}} | {http: {paths: [{pathType: ImplementationSpecific, path: '.*', B}]}} | ingress/path | no path",
                "{http: {paths: [{pathType: ImplementationSpecific, path: '/(.*)//c', B}]}} | {http: {paths: [{path: /, B}]}} | schema/required | pathType",
                "{http: {paths: [{pathType: Prefix, path: /, backend: {resource: {kind: A, name: a}}}]}} | {http: {paths: [{pathType: Prefix, path: /, backend: {}}]}} | ingress/backend | not said",
                "{http: {paths: [P]}} | {http: {paths: [{pathType: Prefix, path: /, backend: {resource: {kind: A, name: a}, service: {name: web, port: {number: 80}}}}]}} | ingress/backend | to a Service and to a resource",
                "{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: web, port: {name: http}}}}]}} | {http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: web, port: {name: http, number: 80}}}}]}} | ingress/backend | named and numbered",
                "{http: {paths: [P]}} | {http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: web}}}]}} | ingress/backend | Which port",
                "{http: {paths: [P]}} | {http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: web, port: {name: '80'}}}}]}} | ingress/backend | \"80\" is no name",
            })
    void ofAnIngress(String good, String bad, String rule, String words) {
        assertThat(errors(ingress("rules: [" + good + "]"))).isEmpty();
        assertRefused(ingress("rules: [" + bad + "]"), rule, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "defaultBackend: {service: {name: web, port: {number: 80}}} | ingressClassName: nginx | ingress/backend | leads nowhere",
                "rules: [{host: a.b}], tls: [{hosts: ['*.a.b']}] | rules: [{host: a.b}], tls: [{hosts: [a_b]}] | ingress/host | \"a_b\" is no host",
            })
    void ofAnIngressAsAWhole(String good, String bad, String rule, String words) {
        assertThat(errors(ingress(good))).isEmpty();
        assertRefused(ingress(bad), rule, words);
    }

    private static String ingress(String spec) {
        String backend = "backend: {service: {name: web, port: {number: 80}}}";
        return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {"
                + spec.replace("[P]", "[{pathType: Prefix, path: /, " + backend + "}]")
                        .replace(", B}", ", " + backend + "}")
                + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policyTypes: [Ingress, Egress] | policyTypes: [ingress] | \"ingress\" is no direction",
                "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}] | ingress: [{from: [{ipBlock: {cidr: 10.0.0.0}}]}] | no range",
                "ingress: [{from: [{ipBlock: {cidr: '2001:db8::/32'}}]}] | ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}] | no range",
                "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}] | ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [192.168.0.0/16]}}]}] | no part of",
                "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}] | ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}] | no part of",
                "egress: [{to: [{podSelector: {}}]}] | egress: [{to: [{}]}] | not said",
                "egress: [{to: [{podSelector: {}, namespaceSelector: {}}]}] | egress: [{to: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}] | addresses and selects",
                "egress: [{ports: [{port: 53, protocol: UDP}]}] | egress: [{ports: [{port: 70000}]}] | 70000 is no port",
                "egress: [{ports: [{port: dns}]}] | egress: [{ports: [{port: '53'}]}] | \"53\" is no name",
                "egress: [{ports: [{port: 53, endPort: 54}]}] | egress: [{ports: [{port: 55, endPort: 54}]}] | no beginning",
            })
    void ofAPolicy(String good, String bad, String words) {
        String policy =
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}, %s}}";

        assertThat(errors(policy.formatted(good))).isEmpty();
        assertRefused(policy.formatted(bad), "network-policy/peers", words);
    }
}
