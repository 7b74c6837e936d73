package dev.slipway.gitops.inspect;

import static dev.slipway.gitops.inspect.SmallRepository.DEPLOYMENT;
import static dev.slipway.gitops.inspect.SmallRepository.application;
import static dev.slipway.gitops.inspect.SmallRepository.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an inspection says that it cannot read, or that a person should look at. */
class UnreadTest {

    @Test
    void saysThatFluxIsNotRead() {
        Inspection inspection = inspect("clusters/prod/shop.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: shop, namespace: flux-system}
                spec: {path: ./apps/shop, postBuild: {substitute: {tag: "1.0"}}}
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: till, namespace: flux-system}
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: gitops, namespace: flux-system}
                """);

        assertThat(inspection.findings())
                .extracting(each -> each.where() + " " + each.what())
                .satisfiesExactly(
                        shop -> assertThat(shop)
                                .startsWith("clusters/prod/shop.yaml:1:1 What Flux's Kustomization \"shop\""),
                        till -> assertThat(till)
                                .startsWith("clusters/prod/shop.yaml:6:1 What Flux's HelmRelease \"till\""));
    }

    @Test
    void whatTheRootDoesNotLeadToIsListed() {
        Inspection inspection = inspect(
                "bootstrap/root.yaml",
                application("root", "applications", "{name: in-cluster}"),
                "applications/shop/dev.yaml",
                application("shop-dev", "manifests", "{name: in-cluster}"),
                "old/till.yaml",
                "# left over\n" + application("till", "manifests", "{name: in-cluster}"),
                "manifests/all.yaml",
                DEPLOYMENT.formatted("shop"));

        assertThat(inspection.bootstrapped()).isTrue();
        assertThat(inspection.unreachable())
                .extracting(Inspection.Unreachable::where)
                .containsExactly("applications/shop/dev.yaml:1", "old/till.yaml:2");
    }

    @Test
    void saysWithFileAndLineWhatItCannotRead() {
        Inspection inspection = inspect(
                "broken.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: [}\n",
                "apps.yaml",
                "# apps\n" + application("gone", "nowhere", "{name: in-cluster}"));

        assertThat(inspection.findings().getFirst().where()).startsWith("broken.yaml:3");
        assertThat(inspection.applications().getFirst().findings()).isNotEmpty();
    }

    @Test
    void saysOfJsonnetThatItIsNotEvaluatedAndReadsTheRest() {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                application("shop", "manifests", "{name: in-cluster}")
                        .replace("path: manifests", "path: manifests, directory: {jsonnet: {tlas: [{name: a}]}}"),
                "manifests/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "manifests/dashboards.jsonnet",
                "{ kind: 'ConfigMap' }",
                "manifests/lib.libsonnet",
                "{}");

        InspectedApplication shop = inspection.applications().getFirst();
        assertThat(shop.objects()).isEqualTo(2);
        assertThat(shop.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("manifests/dashboards.jsonnet");
            assertThat(finding.what()).contains("not evaluated");
            assertThat(finding.next()).contains("Evaluate it elsewhere");
        });
    }

    @Test
    void passesOverJsonnetThatTheApplicationExcludes() {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                application("shop", "manifests", "{name: in-cluster}")
                        .replace("path: manifests", "path: manifests, directory: {exclude: '*.jsonnet'}"),
                "manifests/dashboards.jsonnet",
                "{}");

        assertThat(inspection.applications().getFirst().findings()).isEmpty();
    }

    @Test
    void carriesWhatAChartWarnsOfWithoutTakingItForAProblem() {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                application("shop", "chart", "{name: in-cluster}"),
                "chart/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}",
                "chart/templates/config.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: {{ randAlpha 5 }}\n");

        InspectedApplication shop = inspection.applications().getFirst();
        assertThat(shop.objects()).isOne();
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.where()).startsWith("chart/templates/config.yaml:5");
            assertThat(doubt.what()).contains("not reproducible");
        });
    }

    @Test
    void saysWhatToDoAboutWhatStandsInNoFile() {
        Inspection inspection = inspect(
                "apps/cache.yaml",
                application("cache", "unused", "{name: in-cluster, namespace: cache}")
                        .replace("https://git.example/gitops", "https://charts.example/stable")
                        .replace("path: unused", "chart: redis, targetRevision: 18.1.0"),
                "apps/made.yaml",
                application("made", "app", "{name: in-cluster}")
                        .replace("path: app", "path: app, plugin: {name: cdk8s}"),
                "app/values.ts",
                "export {}",
                "sets/many.yaml",
                Stream.of(
                                "scmProvider: {github: {organization: acme}}",
                                "clusterDecisionResource: {configMapRef: placement}",
                                "plugin: {configMapRef: {name: answers}}")
                        .map(each -> """
                                ---
                                apiVersion: argoproj.io/v1alpha1
                                kind: ApplicationSet
                                metadata: {name: by-%s}
                                spec:
                                  generators: [{%s}]
                                  template: {metadata: {name: x}, spec: {destination: {}}}
                                """.formatted(each.substring(0, each.indexOf(':')), each))
                        .collect(Collectors.joining()));

        assertThat(inspection.applications())
                .flatExtracting(InspectedApplication::findings)
                .extracting(finding -> finding.where() + " " + finding.what() + " " + finding.next())
                .satisfiesExactly(
                        cache -> assertThat(cache)
                                .startsWith("apps/cache.yaml:1")
                                .contains("\"redis\" 18.1.0", "Keep the chart in Git")
                                .contains("--source https://charts.example/stable/redis=DIR"),
                        made -> assertThat(made)
                                .startsWith("apps/made.yaml:1")
                                .contains("the plugin \"cdk8s\"", "Render it elsewhere"));
        assertThat(inspection.findings())
                .extracting(finding -> finding.where() + " " + finding.what() + " " + finding.next())
                .satisfiesExactlyInAnyOrder(
                        provider -> assertThat(provider)
                                .contains("sets/many.yaml", "by-scmProvider", "asks a Git host", "in a file"),
                        decision -> assertThat(decision)
                                .contains("sets/many.yaml", "by-clusterDecisionResource", "asks a cluster"),
                        plugin -> assertThat(plugin).contains("sets/many.yaml", "by-plugin", "a service of others"));
    }

    @Test
    void namesTheLineOfWhatIsWrongInAnApplicationSet() {
        Inspection inspection = inspect("all.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: generators}
                spec:
                  generators:
                    - list: {elements: []}
                    - matrix:
                        generators:
                          - list: {elements: [{env: dev}]}
                          - plugin: {}
                  template: {metadata: {name: "{{env}}"}, spec: {source: {path: x}}}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: texts}
                spec:
                  goTemplate: true
                  generators: [{list: {elements: [{env: dev}]}}]
                  template:
                    metadata: {name: "{{ .env }}"}
                    spec:
                      source: {path: x}
                      destination:
                        namespace: "{{ .env | nosuch }}"
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: gaps}
                spec:
                  generators: [{list: {elements: [{env: dev}]}}]
                  template:
                    metadata: {name: "{{env}}"}
                    spec:
                      source: {path: x}
                      destination: {namespace: "{{team}}"}
                """);

        assertThat(inspection.findings())
                .extracting(each -> each.where().replaceFirst(":\\d+$", "") + " " + each.what())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("all.yaml:10 ").contains("plugin is not read"),
                        second -> assertThat(second).startsWith("all.yaml:24 ").contains("nosuch"),
                        third -> assertThat(third).startsWith("all.yaml:35 ").contains("\"team\""));
    }
}
