package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses to change. */
class ImmutableFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1 | StatefulSet | 'spec: {serviceName: a}' | 'spec: {serviceName: b}' | spec.serviceName",
                "batch/v1 | Job | 'spec: {template: {spec: {containers: [{name: a, image: x:1}]}}}' | 'spec: {template: {spec: {containers: [{name: a, image: x:2}]}}}' | image",
                "v1 | Service | 'spec: {clusterIP: None}' | 'spec: {clusterIP: 10.0.0.1}' | spec.clusterIP",
                "v1 | Service | 'spec: {type: LoadBalancer, loadBalancerClass: a}' | 'spec: {type: LoadBalancer, loadBalancerClass: b}' | spec.loadBalancerClass",
                "v1 | Service | 'spec: {type: LoadBalancer}' | 'spec: {type: LoadBalancer, loadBalancerClass: b}' | spec.loadBalancerClass",
                "v1 | Service | 'spec: {ipFamilies: [IPv4]}' | 'spec: {ipFamilies: [IPv6]}' | spec.ipFamilies",
                "v1 | Service | 'spec: {ipFamilies: [IPv4, IPv6]}' | 'spec: {ipFamilies: [IPv6, IPv4]}' | spec.ipFamilies",
                "v1 | PersistentVolumeClaim | 'spec: {resources: {requests: {storage: 2Gi}}}' | 'spec: {resources: {requests: {storage: 1Gi}}}' | spec.resources.requests.storage",
                "rbac.authorization.k8s.io/v1 | RoleBinding | 'roleRef: {name: a}' | 'roleRef: {name: b}' | roleRef.name",
                "storage.k8s.io/v1 | StorageClass | 'provisioner: a' | 'provisioner: b' | provisioner",
                "v1 | ConfigMap | '{immutable: true, data: {a: b}}' | '{immutable: true, data: {a: c}}' | data.a",
                "v1 | Secret | 'type: a' | 'type: b' | type",
            })
    void saysThatTheSyncWillFail(String apiVersion, String kind, String before, String after, String field) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);
        String one = head + before.replaceAll("^\\{(immutable.*), (data.*)}$", "$1\n$2");
        String other = head + after.replaceAll("^\\{(immutable.*), (data.*)}$", "$1\n$2");

        assertThat(words(one, other))
                .anySatisfy(each -> assertThat(each)
                        .startsWith("breaks: The sync will fail: ")
                        .contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: LoadBalancer, loadBalancerClass: a | type: ClusterIP",
                "type: ClusterIP | type: LoadBalancer, loadBalancerClass: a",
                "ipFamilies: [IPv4] | ipFamilies: [IPv4, IPv6]",
                "clusterIP: None, ipFamilies: [IPv4] | clusterIP: None, ipFamilies: [IPv6]",
                "type: ClusterIP | ipFamilies: [IPv6]",
            })
    void aServiceMayChangeOtherwise(String before, String after) {
        String head = "apiVersion: v1\nkind: Service\nmetadata: {name: thing}\nspec: {%s}\n";

        assertThat(words(head.formatted(before), head.formatted(after))).noneMatch(each -> each.contains("will fail"));
    }

    @Test
    void aClaimMayGrow() {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {resources: {requests: {storage: 1Gi}}}
                """;

        assertThat(words(claim, claim.replace("1Gi", "2Gi"))).noneMatch(each -> each.contains("will fail"));
    }
}
