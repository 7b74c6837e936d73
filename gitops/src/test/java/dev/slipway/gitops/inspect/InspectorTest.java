package dev.slipway.gitops.inspect;

import static dev.slipway.gitops.inspect.SmallRepository.DEPLOYMENT;
import static dev.slipway.gitops.inspect.SmallRepository.application;
import static dev.slipway.gitops.inspect.SmallRepository.belongings;
import static dev.slipway.gitops.inspect.SmallRepository.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories of the shapes that people have. */
class InspectorTest {

    @Test
    void readsApplicationsThatAreWrittenAsJson() {
        String json = """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "%s"},
                 "spec": {"source": {"repoURL": "https://git.example/gitops", "path": "apps/shop"},
                          "destination": {"name": "prod", "namespace": "shop"}}}
                """;

        Inspection inspection = SmallRepository.inspect(
                "apps/a.json",
                json.formatted("shop-prod"),
                "apps/b.yaml",
                json.formatted("till-prod"),
                "package.json",
                "{\"name\": \"none\"}",
                "apps/shop/a.yaml",
                DEPLOYMENT.formatted("shop"));

        assertThat(inspection.applications())
                .extracting(InspectedApplication::name)
                .containsExactly("shop-prod", "till-prod");
    }

    @Test
    void appOfApps() {
        Inspection inspection = inspect(
                "root.yaml",
                application("root", "apps", "{name: in-cluster}"),
                "apps/shop-staging.yaml",
                application("shop-staging", "manifests/shop", "{name: in-cluster, namespace: shop}"),
                "apps/till-prod.yaml",
                application("till-prod", "manifests/till", "{name: in-cluster, namespace: till}"),
                "manifests/shop/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "manifests/till/all.yaml",
                DEPLOYMENT.formatted("till"));

        assertThat(belongings(inspection)).isEqualTo("""
                root null null UNKNOWN
                shop-staging shop staging FILE
                till-prod till prod FILE
                """);
        assertThat(inspection.applications().getFirst().makes()).containsExactly("shop-staging", "till-prod");
        assertThat(inspection.applications().get(1).by()).isEqualTo("Application \"root\"");
        assertThat(inspection.applications().get(1).hosts()).containsExactly("shop.example.com");
        assertThat(inspection.applications().get(1).images().getFirst().decidedAt())
                .isEqualTo("manifests/shop/all.yaml:5");
        assertThat(inspection.findings()).isEmpty();
    }

    @Test
    void applicationSetMatrixOverServices() {
        Inspection inspection = inspect(
                "sets/services.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: services}
                spec:
                  generators:
                    - matrix:
                        generators:
                          - git: {repoURL: "https://git.example/gitops", directories: [{path: services/*/k8s}]}
                          - list: {elements: [{env: dev, cluster: one}, {env: prod, cluster: two}]}
                  template:
                    metadata: {name: "{{path[1]}}-{{env}}"}
                    spec:
                      source: {repoURL: "https://git.example/gitops", path: "{{path}}/overlays/{{env}}"}
                      destination: {name: "{{cluster}}", namespace: "{{path[1]}}"}
                """,
                "services/shop/k8s/base/kustomization.yaml",
                "resources: [all.yaml]\n",
                "services/shop/k8s/base/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "services/shop/k8s/overlays/dev/kustomization.yaml",
                "resources: [../../base]\n",
                "services/shop/k8s/overlays/prod/kustomization.yaml",
                "resources: [../../base]\nimages: [{name: r.example/shop, newTag: \"0.9\"}]\n");

        assertThat(belongings(inspection)).isEqualTo("""
                shop-dev shop dev PARAMETER
                shop-prod shop prod PARAMETER
                """);
        InspectedApplication prod = inspection.applications().getLast();
        assertThat(prod.cluster()).isEqualTo("two");
        assertThat(prod.where()).isEqualTo("sets/services.yaml:11");
        assertThat(prod.images().getFirst().decidedAt())
                .isEqualTo("services/shop/k8s/overlays/prod/kustomization.yaml:2");
        assertThat(inspection.overlays()).isEmpty();
    }

    @Test
    void applicationSetOverClustersThatAreCalledByEnvironmentAndPlace() {
        Inspection inspection = inspect("addons.yaml", """
                # what every cluster has
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: addons}
                spec:
                  generators:
                    - list: {elements: [{cluster: staging}, {cluster: prod-eu}, {cluster: prod-us}]}
                    - plugin: {}
                  template:
                    metadata: {name: "addons-{{cluster}}"}
                    spec:
                      source: {repoURL: "https://git.example/gitops", path: addons}
                      destination: {name: "{{cluster}}", namespace: addons}
                """, "addons/all.yaml", DEPLOYMENT.formatted("addon"));

        assertThat(belongings(inspection)).isEqualTo("""
                addons-prod-eu addons prod NAME
                addons-prod-us addons prod NAME
                addons-staging addons staging PARAMETER
                """);
        assertThat(inspection.findings().toString()).contains("addons.yaml:8:7", "plugin");
    }

    @Test
    void severalOverlaysOfOneEnvironmentAreOneService() {
        String here = "{server: \"https://kubernetes.default.svc\", namespace: a}";
        List<String> files = new ArrayList<>();
        Map.of(
                        "mfc-dev-dev", "mfc/overlays/dev",
                        "mfc-prod-eu-prod", "mfc/overlays/prod-eu",
                        "mfc-prod-us-prod", "mfc/overlays/prod-us",
                        "shop-prod-asia", "envs/prod-asia",
                        "till-eu-prod", "till/overlays/prod",
                        "prod-eu-prod", "apps/cart/overlays/prod-eu",
                        "dev-portal-prod-eu", "dev-portal/env/prod-eu")
                .forEach((name, path) -> {
                    files.addAll(List.of("apps/" + name + ".yaml", application(name, path, here)));
                    files.addAll(List.of(path + "/all.yaml", DEPLOYMENT.formatted("a")));
                });

        assertThat(belongings(inspect(files.toArray(String[]::new)))).isEqualTo("""
                dev-portal-prod-eu dev-portal prod SOURCE_PATH
                mfc-dev-dev mfc dev SOURCE_PATH
                mfc-prod-eu-prod mfc prod SOURCE_PATH
                mfc-prod-us-prod mfc prod SOURCE_PATH
                prod-eu-prod cart prod SOURCE_PATH
                shop-prod-asia shop prod SOURCE_PATH
                till-eu-prod till-eu prod SOURCE_PATH
                """);
    }

    @Test
    void anOverlayThatNothingRendersBelongsToItsServiceToo() {
        Inspection inspection = inspect(
                "shop/overlays/prod-eu/kustomization.yaml",
                "resources: [a.yaml]\n",
                "shop/overlays/prod-eu/a.yaml",
                DEPLOYMENT.formatted("a"));

        assertThat(inspection.overlays())
                .singleElement()
                .extracting(
                        each -> each.belonging().service(),
                        each -> each.belonging().environment())
                .containsExactly("shop", "prod");
    }

    @Test
    void folderPerCluster() {
        Inspection inspection = inspect(
                "clusters/prod-eu/apps/shop.yaml",
                application(
                        "shop", "clusters/prod-eu/shop", "{server: \"https://kubernetes.default.svc\", namespace: a}"),
                "clusters/dev/apps/shop.yaml",
                application("shop", "clusters/dev/shop", "{server: \"https://kubernetes.default.svc\", namespace: a}"),
                "clusters/prod-eu/shop/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "clusters/dev/shop/all.yaml",
                DEPLOYMENT.formatted("shop"));

        assertThat(belongings(inspection)).isEqualTo("""
                shop shop dev SOURCE_PATH
                shop shop prod FILE
                """);
    }

    @Test
    void doesNotCallAnApplicationsOwnKustomizationUnused() {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                application("shop", "manifests/shop", "{name: prod, namespace: shop}"),
                "manifests/shop/kustomization.yaml",
                "resources: [missing.yaml]\n");

        assertThat(inspection.applications().getFirst().findings()).hasSize(1);
        assertThat(inspection.overlays()).isEmpty();
    }

    @Test
    void readsWhatASourceHydratorSyncs() {
        Inspection inspection = inspect("shop.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  sourceHydrator:
                    drySource: {repoURL: "https://git.example/gitops", targetRevision: main, path: dry}
                    syncSource: {targetBranch: environments/prod, path: hydrated}
                  destination: {name: prod, namespace: shop}
                """);

        assertThat(inspection.applications().getFirst().sources())
                .containsExactly(new Inspection.InspectedSource(
                        "https://git.example/gitops", "environments/prod", "hydrated", ""));
    }

    @Test
    void kustomizeWithoutArgo() {
        Inspection inspection = inspect(
                "shop/base/kustomization.yaml",
                "resources: [all.yaml]\n",
                "shop/base/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "templates/web/template.yaml",
                "kind: Template\n",
                "templates/web/skeleton/${{ values.name }}/kustomization.yaml",
                "resources: [deployment.yaml]\n",
                "shop/overlays/dev/kustomization.yaml",
                "resources: [../../base]\n",
                "shop/overlays/production/kustomization.yaml",
                "resources: [../../base]\nimages: [{name: r.example/shop, newTag: \"0.9\"}]\n",
                "broken/kustomization.yaml",
                "resources: [nowhere.yaml]\n");

        assertThat(inspection.applications()).isEmpty();
        assertThat(inspection.overlays())
                .extracting(each -> each.directory() + " " + each.belonging().environment() + " "
                        + each.belonging().service())
                .containsExactly(
                        "broken null broken", "shop/overlays/dev dev shop", "shop/overlays/production production shop");
        assertThat(inspection.overlays().getFirst().findings().getFirst().where())
                .startsWith("broken/kustomization.yaml:1");
        assertThat(inspection.overlays().getLast().images().getFirst().tag()).isEqualTo("0.9");
    }

    @Test
    void oneFilePerEnvironmentWithHelmParametersAndTheImageUpdater() {
        String application = """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: shop
                  annotations:
                    argocd-image-updater.argoproj.io/image-list: app=r.example/shop:~1
                    argocd-image-updater.argoproj.io/app.update-strategy: semver
                spec:
                  source:
                    repoURL: https://git.example/gitops
                    path: chart
                    helm: {parameters: [{name: tag, value: "%s"}]}
                  destination: {name: in-cluster, namespace: shop}
                """;
        Inspection inspection = inspect(
                "argocd/shop-dev.yaml",
                application.formatted("1.1"),
                "argocd/shop-prod.yaml",
                application.formatted("1.0"),
                "chart/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}",
                "chart/values.yaml",
                "tag: none\n",
                "chart/templates/shop.yaml",
                DEPLOYMENT.formatted("shop").replace("shop:1.0", "shop:{{ .Values.tag }}"));

        assertThat(belongings(inspection)).isEqualTo("""
                shop shop dev FILE
                shop shop prod FILE
                """);
        InspectedApplication prod = inspection.applications().getLast();
        assertThat(prod.images().getFirst().tag()).isEqualTo("1.0");
        assertThat(prod.images().getFirst().decidedAt()).isEqualTo("argocd/shop-prod.yaml:12");
        assertThat(prod.updates().getFirst().besideGit()).isTrue();
    }

    @Test
    void helmUmbrellaThatNothingNames() {
        Inspection inspection = inspect(
                "umbrella/Chart.yaml",
                "{apiVersion: v2, name: umbrella, version: 1.0.0}",
                "umbrella/values.yaml",
                "repoURL: https://git.example/gitops\napps: [shop, till]\n",
                "umbrella/templates/apps.yaml",
                """
                {{- range .Values.apps }}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: {{ . }}-staging}
                spec:
                  source: {repoURL: {{ $.Values.repoURL }}, path: manifests/{{ . }}}
                  destination: {name: in-cluster, namespace: {{ . }}}
                {{- end }}
                """,
                "manifests/shop/all.yaml",
                DEPLOYMENT.formatted("shop"),
                "manifests/till/all.yaml",
                DEPLOYMENT.formatted("till"));

        assertThat(inspection.findings()).isEmpty();
        assertThat(belongings(inspection)).isEqualTo("""
                shop-staging shop staging NAME
                till-staging till staging NAME
                """);
        assertThat(inspection.applications().getFirst().images()).hasSize(1);
        assertThat(inspection.applications())
                .extracting(each -> each.where() + " " + each.by())
                .containsOnly("umbrella/templates/apps.yaml:3 chart \"umbrella\"");
    }

    @Test
    void namesTheTemplateAndTheKustomizationThatMakeAnApplication() {
        Inspection inspection = inspect(
                "root.yaml",
                application("root", "chart", "{name: in-cluster}")
                        .replace("path: chart", "path: chart, helm: {values: 'domain: shop'}"),
                "chart/Chart.yaml",
                "{apiVersion: v2, name: apps, version: 1.0.0}",
                "chart/templates/shop.yaml",
                "{{/* by environment */}}\n"
                        + application(
                                "{{ .Release.Name }}-{{ required `none` .Values.domain }}",
                                "manifests",
                                "{name: in-cluster}"),
                "chart/templates/set.yaml",
                """
                # one
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: one}
                spec:
                  generators: [{list: {elements: [{env: dev}]}}]
                  template: {metadata: {name: listed}, spec: {source: {repoURL: "https://git.example/gitops", path: manifests}}}
                """,
                "made/kustomization.yaml",
                "resources: [till.yaml]\nnamePrefix: a-\n",
                "made/till.yaml",
                "# the till\n" + application("till", "manifests", "{name: in-cluster}"),
                "manifests/all.yaml",
                DEPLOYMENT.formatted("shop"));

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.applications())
                .extracting(each -> each.name() + " " + each.where() + " " + each.by())
                .containsExactly(
                        "a-till made/till.yaml:2 kustomization \"made\"",
                        "listed chart/templates/set.yaml:2 ApplicationSet \"one\"",
                        "root root.yaml:1 ",
                        "root-shop chart/templates/shop.yaml:2 Application \"root\"");
    }

    @Test
    void applicationsThatLieInTheChartThatTheyDeploy() {
        Inspection inspection = inspect(
                "shop/argocd/dev.yaml",
                application("shop-dev", "shop", "{name: dev, namespace: shop}"),
                "shop/argocd/prod.yaml",
                application("shop-prod", "shop", "{name: prod, namespace: shop}"),
                "shop/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}",
                "shop/templates/all.yaml",
                DEPLOYMENT.formatted("shop"));

        assertThat(inspection.applications())
                .extracting(InspectedApplication::name)
                .containsExactly("shop-dev", "shop-prod");
    }

    @Test
    void valueFilesAboveTheChart() {
        Inspection inspection = inspect(
                "shop.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  source:
                    repoURL: "https://git.example/gitops"
                    path: charts/shop
                    helm: {valueFiles: [../../values/common.yaml, ./x.yaml]}
                  destination: {name: in-cluster, namespace: shop}
                """,
                "charts/shop/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}\n",
                "charts/shop/x.yaml",
                "b: c\n",
                "values/common.yaml",
                "a: b\n");

        assertThat(belongings(inspection)).isEqualTo("shop null null UNKNOWN\n");
        assertThat(inspection.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $values/../../../etc/passwd | leads out of "https://git.example/gitops"
            $values/chart               | is no file, but a directory or a link
            $values/gone.yaml           | There is no value file "gone.yaml"
            """)
    void saysOfOneApplicationAloneThatItsValueFileIsNone(String file, String said) {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  sources:
                    - {repoURL: "https://git.example/gitops", ref: values}
                    - {repoURL: "https://git.example/gitops", path: chart, helm: {valueFiles: [%s]}}
                """.formatted(file),
                "chart/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}");

        assertThat(inspection.applications().getFirst().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains(said));
    }

    @Test
    void valueFilesOfAnotherSource() {
        Inspection inspection = inspect(
                "apps/shop.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  sources:
                    - repoURL: https://git.example/gitops
                      ref: values
                    - repoURL: https://git.example/gitops
                      path: chart
                      helm: {valueFiles: [$values/envs/uat/shop.yaml]}
                """,
                "envs/uat/shop.yaml",
                "tag: \"7\"\n",
                "chart/Chart.yaml",
                "{apiVersion: v2, name: shop, version: 1.0.0}",
                "chart/templates/shop.yaml",
                DEPLOYMENT.formatted("shop").replace("shop:1.0", "shop:{{ .Values.tag }}"));

        InspectedApplication shop = inspection.applications().getFirst();
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.belonging().environment()).isEqualTo("uat");
        assertThat(shop.images().getFirst().decidedAt()).isEqualTo("envs/uat/shop.yaml:1");
    }
}
