package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.objects.Json;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.kustomize.Resource;
import org.junit.jupiter.api.Test;

/** What a claim of a namespace comes to. */
class NamespaceClaimIT extends OnLocalCluster {

    @Test
    void makesTheNamespaceAndTheQuotaThatItAsksFor() {
        cluster.commit(claim("'namespaceName': 'red-dev-pr-1', 'enableResourceQuota': true"));

        ApplicationState state = cluster.await("healthy", HEALTHY);

        assertThat(state.resources())
                .extracting(LiveResource::kind, LiveResource::name)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Namespace", "red-dev-pr-1"),
                        org.assertj.core.groups.Tuple.tuple("ResourceQuota", "quota"));
        assertThat(object(state, "NamespaceClaim").message()).contains("Namespace red-dev-pr-1");
        assertThat(manifest("Namespace").values("metadata", "labels"))
                .containsEntry("ephemeral", "true")
                .containsEntry("pr-number", "1");
        assertThat(manifest("ResourceQuota").values("spec", "hard")).containsEntry("pods", "50");
    }

    @Test
    void makesNoQuotaThatNobodyAskedFor() {
        cluster.commit(claim("'targetCluster': 'dev'"));

        assertThat(cluster.await("healthy", HEALTHY).resources())
                .extracting(LiveResource::kind)
                .containsExactlyInAnyOrder("NamespaceClaim", "Namespace");
    }

    @Test
    void takesWhatItMadeAlongWhenItGoes() {
        cluster.commit(claim("'enableResourceQuota': true"), simple("ConfigMap", "settings", ""));
        cluster.await("made", HEALTHY);

        cluster.commit(simple("ConfigMap", "settings", ""));

        cluster.await(
                "pruned", state -> HEALTHY.test(state) && state.resources().size() == 1);
    }

    @Test
    void makesItsNamespaceInItsOwnWave() {
        cluster.commit(
                claim("'enableResourceQuota': true", ", 'annotations': {'argocd.argoproj.io/sync-wave': '-1'}"),
                simple("ConfigMap", "settings", ""));

        assertThat(cluster.await("healthy", HEALTHY.and(state -> state.operation() == OperationPhase.SUCCEEDED))
                        .resources())
                .hasSize(4);
    }

    @Test
    void isDegradedWhereItsClusterIsUnknown() {
        cluster.commit(claim("'targetCluster': 'shared-dev-cluster'"));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("Namespace red-dev-pr-1 is not in the cluster \"shared-dev-cluster\"");
    }

    @Test
    void isDegradedWhereAFieldIsNotUnderstood() {
        cluster.commit(claim("'cpuLimit': '4', 'namespaceName': 'Not A Name'"));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("spec.parameters.cpuLimit is not understood", "namespaceName is \"Not A Name\"");
    }

    @Test
    void makesNothingThatTheProjectDoesNotPermit() {
        cluster.projects(new DesiredProject("team", "projects/team.yaml", TestManifests.resource("""
                {'apiVersion': 'argoproj.io/v1alpha1', 'kind': 'AppProject', 'metadata': {'name': 'team'},
                 'spec': {'destinations': [{'name': 'in-cluster', 'namespace': 'red-*'}],
                  'clusterResourceWhitelist': [{'group': 'platform.example.org', 'kind': 'NamespaceClaim'}]}}
                """)));
        cluster.commit(NamespaceClaimIT::inTeam, claim("'enableResourceQuota': true"));

        ApplicationState state = cluster.await("failed", each -> each.operation() == OperationPhase.FAILED);

        assertThat(state.operationMessage())
                .contains("Namespace red-dev-pr-1 is not permitted in the AppProject \"team\"");
        assertThat(state.resources()).allMatch(each -> each.health() == Health.MISSING);
    }

    private static DesiredApplication inTeam(DesiredApplication from) {
        return TestCluster.copy(from, "team", true, true, false);
    }

    private Manifest manifest(String kind) {
        return Json.read(cluster.rows()
                .sql("select manifest from delivery_objects where kind = ?")
                .param(kind)
                .query(String.class)
                .single());
    }

    private static Resource claim(String parameters) {
        return claim(parameters, "");
    }

    private static Resource claim(String parameters, String more) {
        return TestManifests.resource("""
                {'apiVersion': 'platform.example.org/v1alpha1', 'kind': 'NamespaceClaim',
                 'metadata': {'name': 'red-dev-pr-1', 'labels': {'ephemeral': 'true', 'pr-number': '1'} %s},
                 'spec': {'parameters': {%s}}}
                """.formatted(more, parameters));
    }
}
