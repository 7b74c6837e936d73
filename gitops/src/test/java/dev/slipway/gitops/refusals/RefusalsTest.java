package dev.slipway.gitops.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.inspect.Inspector;
import dev.slipway.gitops.validation.Subject;
import dev.slipway.gitops.validation.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Argo CD refuses of an Application, each with its neighbour that it takes. */
class RefusalsTest {

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: web, namespace: argocd}
            spec:
              project: default
              source: {repoURL: "https://git.example/gitops", path: plain}
              destination: {name: prod, namespace: shop}
            """;

    private static Checkout checkout(String application) {
        return Checkout.read(
                MemoryTree.ofTexts(
                        "platform.yaml",
                        "kind: Platform\nspec: {clusters: [{name: hub, role: hub}, {name: prod, server: \"https://prod\"}]}\n",
                        "web.yaml",
                        application,
                        "plain/all.yaml",
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}",
                        "built/kustomization.yaml",
                        "resources: [all.yaml]",
                        "built/all.yaml",
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"),
                Map.of());
    }

    private static List<String> refusals(String application) {
        return Inspector.inspect(checkout(application)).applications().getFirst().findings().stream()
                .map(Finding::what)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: web, | name: web.a, | name: Web_1, | cannot be called so",
                "name: prod, | server: \"https://prod\", | name: prod, server: \"https://prod\", | which Argo CD refuses",
                "name: prod, | name: in-cluster, | name: prd, | platform.yaml has no cluster \"prd\"",
                "namespace: shop | namespace: shop-1 | namespace: Bad_NS | no namespace can be called \"Bad_NS\"",
                "path: plain | path: built, kustomize: {namePrefix: a-} | path: plain, kustomize: {namePrefix: a-} | spec.source has kustomize, and there is no kustomization in \"plain\"",
                "path: plain | path: plain, kustomize: {}, directory: {recurse: true} | path: plain, kustomize: {namePrefix: a-}, directory: {recurse: true} | spec.source has kustomize and directory",
            })
    void ofAnApplication(String before, String good, String bad, String words) {
        assertThat(refusals(APPLICATION.replace(before, good))).isEmpty();
        assertThat(refusals(APPLICATION.replace(before, bad)))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void areFoundByValidationAsWell() {
        String bad = APPLICATION.replace("namespace: shop", "namespace: Bad_NS");

        assertThat(new Validation().validate(Subject.of(checkout(bad))).unreadable())
                .extracting(Finding::what)
                .containsExactly("The Application \"web\": no namespace can be called \"Bad_NS\".");
    }
}
