package dev.slipway.gitops.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private static final String URL = "https://git.example/platform/gitops.git";

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: %s, namespace: argocd}
            spec:
              project: default
              source: {repoURL: "%s", targetRevision: HEAD, path: %s}
              destination: {server: "https://kubernetes.default.svc", namespace: shop}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec: {template: {spec: {containers: [{name: app, image: "r.example/shop:1"}]}}}
            """;

    private static String application(String name, String path) {
        return APPLICATION.formatted(name, URL, path);
    }

    private static Checkout read(String... pathsAndTexts) {
        return Checkout.read(MemoryTree.ofTexts(pathsAndTexts), Map.of());
    }

    private static List<String> names(Checkout checkout) {
        return checkout.declared().applications().stream()
                .map(each -> each.application().name())
                .toList();
    }

    private static RenderedApplication one(Checkout checkout, String name) {
        return checkout.declared().applications().stream()
                .filter(each -> each.application().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void followsAppsOfAppsFromWhereverTheyStand() {
        Checkout checkout = read(
                "argocd/root.yaml",
                application("root", "apps"),
                "apps/shop.yaml",
                application("shop", "manifests/shop"),
                "apps/more.yaml",
                application("more", "apps-of-more"),
                "apps-of-more/till.yaml",
                application("till", "manifests/shop"),
                "manifests/shop/deployment.yaml",
                DEPLOYMENT);

        assertThat(checkout.repository()).isEqualTo(URL);
        assertThat(names(checkout)).containsExactly("more", "root", "shop", "till");
        assertThat(one(checkout, "till").application().origin().by()).isEqualTo("Application \"more\"");
        assertThat(one(checkout, "root").application().origin().by()).isEmpty();
        assertThat(one(checkout, "shop").objects()).extracting(Resource::kind).containsExactly("Deployment");
        assertThat(checkout.declared().findings()).isEmpty();
    }

    @Test
    void takesTheKustomizedFormOfAnApplicationAndNotItsRawMaterial() {
        Checkout checkout = read(
                "root.yaml",
                application("root", "apps/overlays/prod"),
                "apps/base/shop.yaml",
                application("shop", "manifests/shop"),
                "apps/base/kustomization.yaml",
                "resources: [shop.yaml]\n",
                "apps/overlays/prod/kustomization.yaml",
                "resources: [../../base]\nnameSuffix: -prod\n",
                "manifests/shop/deployment.yaml",
                DEPLOYMENT);

        assertThat(names(checkout)).containsExactly("root", "shop-prod");
    }

    @Test
    void rendersKustomizationsOfApplicationsThatNothingNames() {
        Checkout checkout = read(
                "apps/base/shop.yaml",
                application("shop", "manifests/shop"),
                "apps/base/kustomization.yaml",
                "resources: [shop.yaml]\n",
                "apps/dev/kustomization.yaml",
                "resources: [../base]\nnameSuffix: -dev\n",
                "apps/prod/kustomization.yaml",
                "resources: [../base]\nnameSuffix: -prod\n",
                "manifests/shop/deployment.yaml",
                DEPLOYMENT);

        assertThat(names(checkout)).containsExactly("shop-dev", "shop-prod");
    }

    @Test
    void keepsApplicationsOfOneNameInAFolderPerCluster() {
        Checkout checkout = read(
                "clusters/dev/shop.yaml",
                application("shop", "apps/shop/dev"),
                "clusters/prod/shop.yaml",
                application("shop", "apps/shop/prod"),
                "apps/shop/dev/deployment.yaml",
                DEPLOYMENT,
                "apps/shop/prod/deployment.yaml",
                DEPLOYMENT);

        assertThat(checkout.declared().applications())
                .extracting(each -> each.application().file())
                .containsExactly("clusters/dev/shop.yaml", "clusters/prod/shop.yaml");
    }

    @Test
    void rendersSeveralSourcesTheLastWins() {
        Checkout checkout = read(
                "apps/shop.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  sources:
                    - {repoURL: "%1$s", path: base}
                    - {repoURL: "%1$s", path: more}
                    - {repoURL: "%1$s", ref: values}
                  destination: {name: in-cluster, namespace: shop}
                """.formatted(URL),
                "base/d.yaml",
                DEPLOYMENT,
                "more/d.yaml",
                DEPLOYMENT.replace("shop:1", "shop:2"));

        assertThat(one(checkout, "shop").objects())
                .singleElement()
                .satisfies(object -> assertThat(object.text("spec", "template", "spec", "containers", "0", "image"))
                        .contains("r.example/shop:2"));
        assertThat(one(checkout, "shop").parts()).hasSize(2);
    }

    @Test
    void appliesEveryOverrideOfKustomize() {
        Checkout checkout = read(
                "apps/shop.yaml",
                application("shop", "shop").replace("path: shop}", """
                        path: shop, kustomize: {
                            namePrefix: x-, labelWithoutSelector: true, labelIncludeTemplates: true,
                            commonLabels: {team: red}, commonAnnotationsEnvsubst: true,
                            commonAnnotations: {of: "${ARGOCD_APP_NAME}"}, components: [../component],
                            patches: [{target: {kind: Deployment}, patch: "[{op: add, path: /spec/replicas, value: 3}]"}]}}"""),
                "shop/kustomization.yaml",
                "resources: [d.yaml]\n",
                "shop/d.yaml",
                DEPLOYMENT,
                "component/kustomization.yaml",
                "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -y\n");

        Resource deployment = one(checkout, "shop").objects().getFirst();
        assertThat(one(checkout, "shop").findings()).isEmpty();
        assertThat(deployment.name()).isEqualTo("x-shop-y");
        assertThat(deployment.annotations()).containsEntry("of", "shop");
        assertThat(deployment.text("spec", "template", "metadata", "labels", "team"))
                .contains("red");
        assertThat(deployment.text("spec", "replicas")).contains("3");
        assertThat(deployment.at("spec", "selector")).isEmpty();
    }

    @Test
    void saysWhyAPluginAndAChartFromARepositoryAreNotRead() {
        Checkout checkout = read(
                "plugin.yaml",
                application("made", "x").replace("path: x", "path: x, plugin: {name: cdk8s}"),
                "chart.yaml",
                application("redis", "").replace("path: }", "chart: redis}").replace(URL, "https://charts.example"));

        assertThat(one(checkout, "made").findings())
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .contains("plugin \"cdk8s\"");
        assertThat(one(checkout, "redis").findings())
                .extracting(Finding::next)
                .singleElement()
                .asString()
                .contains("--source https://charts.example/redis=DIR");
    }

    @Test
    void includesAndExcludesByGlobsWithAlternatives() {
        Checkout checkout = read(
                "apps/shop.yaml",
                application("shop", "shop")
                        .replace("path: shop}", "path: shop, directory: {recurse: true, include: '{a/*,b.yaml}'}}"),
                "shop/a/deep/d.yaml",
                DEPLOYMENT.replace("name: shop", "name: one"),
                "shop/b.yaml",
                DEPLOYMENT.replace("name: shop", "name: two"),
                "shop/c.yaml",
                DEPLOYMENT.replace("name: shop", "name: three"));

        assertThat(one(checkout, "shop").objects()).extracting(Resource::name).containsExactly("one", "two");
    }

    @Test
    void onlyWhatIsReachableFromTheRootIsLive() {
        Checkout checkout = read(
                "bootstrap/root.yaml",
                application("root", "apps"),
                "apps/shop.yaml",
                application("shop", "shop"),
                "elsewhere/till.yaml",
                application("till", "shop"),
                "shop/d.yaml",
                DEPLOYMENT);

        assertThat(names(checkout)).containsExactly("root", "shop");
    }
}
