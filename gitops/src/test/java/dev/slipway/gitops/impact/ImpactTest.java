package dev.slipway.gitops.impact;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.fields.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static List<String> headlines(Impact impact) {
        return impact.environments().stream()
                .flatMap(each -> each.groups().stream())
                .map(ImpactGroup::headline)
                .toList();
    }

    @Test
    void comparesTheLastOfTheObjectsOfOneIdentity() {
        String first = Manifests.SETTINGS.replace("hello", "first");
        String before = Manifests.all(first, Manifests.SETTINGS);

        assertThat(Revision.of(before)
                        .to(Revision.of(before.replace("hello", "bye")))
                        .environments())
                .hasSize(1);
        assertThat(Revision.of(before)
                        .to(Revision.of(before.replace("first", "other")))
                        .environments())
                .isEmpty();
    }

    @Test
    void nothingDiffersBetweenEqualRevisions() {
        Impact impact = Revision.of(DEPLOYMENT).to(Revision.of(DEPLOYMENT));

        assertThat(impact.isNone()).isTrue();
        assertThat(impact.applications()).isEqualTo(2);
        assertThat(impact.changed()).isZero();
    }

    @Test
    void aCommentInAManifestChangesNothing() {
        Impact impact = Revision.of(DEPLOYMENT).to(Revision.of("# More.\n" + DEPLOYMENT));

        assertThat(impact.isNone()).isTrue();
        assertThat(impact.changed()).isZero();
    }

    @Test
    void theSameChangeOfManyServicesIsOneGroup() {
        Revision before = Revision.empty();
        Revision after = Revision.empty();
        for (int i = 0; i < 240; i++) {
            String own = DEPLOYMENT.replace("checkout", "shop-" + i);
            before.service("shop-" + i, "production", own);
            after.service("shop-" + i, "production", own.replace("512Mi", "1Gi"));
        }

        Impact impact = before.to(after);

        assertThat(impact.environments()).hasSize(1);
        assertThat(impact.environments().getFirst().groups()).hasSize(1);
        assertThat(impact.environments().getFirst().groups().getFirst().members())
                .hasSize(240);
    }

    @Test
    void productionComesFirstAndTheWorstFirst() {
        Revision before = Revision.empty();
        Revision after = Revision.empty();
        for (String environment : List.of("dev", "staging", "production")) {
            before.service("checkout", environment, all(DEPLOYMENT, SERVICE));
            after.service(
                    "checkout",
                    environment,
                    all(DEPLOYMENT.replace("info", "debug"), SERVICE.replace("port: 80,", "port: 81,")));
        }

        Impact impact = before.to(after);

        assertThat(impact.environments())
                .extracting(EnvironmentImpact::name)
                .containsExactly("production", "staging", "dev");
        assertThat(impact.environments().getFirst().groups())
                .extracting(ImpactGroup::kind)
                .containsExactly("Service", "Deployment");
    }

    @Test
    void listElementsAreMatchedByWhatIdentifiesThem() {
        String more = DEPLOYMENT.replace("env:\n", "env:\n            - {name: FIRST, value: a}\n");

        Impact impact = Revision.of(DEPLOYMENT).to(Revision.of(more));

        assertThat(impact.environments().getFirst().groups().getFirst().fields())
                .containsExactly(new FieldChange(
                        "spec.template.spec.containers[name=app].env[name=FIRST]", null, "name: FIRST\nvalue: a"));
    }

    @Test
    void tellsOfNewAndRemovedApplications() {
        Revision one = Revision.of(all(DEPLOYMENT, SERVICE));

        assertThat(headlines(Revision.empty().to(one))).containsExactly("New Application with 1 Deployment, 1 Service");
        assertThat(headlines(one.to(Revision.empty())))
                .containsExactly(
                        "Application removed, with 1 Deployment, 1 Service: what runs goes on, and nobody looks"
                                + " after it any more (it carries no finalizer)");
    }

    @Test
    void anApplicationThatMovesTakesItsObjectsAlong() {
        Revision after = Revision.of(DEPLOYMENT)
                .application("checkout", "production", "shared", "red-prod", "automated: {prune: true}");

        assertThat(headlines(Revision.of(DEPLOYMENT).to(after)))
                .containsExactly(
                        "Goes to cluster shared, namespace red-prod instead of cluster spoke, namespace red-prod;"
                                + " what runs at the old place is not moved, and another cluster's is not deleted");
    }

    @Test
    void tellsOfPoliciesThatChange() {
        Revision after = Revision.empty().service("checkout", "production", "automated: {}", DEPLOYMENT);

        assertThat(headlines(Revision.of(DEPLOYMENT).to(after))).containsExactly("What is removed from Git stays live");
    }

    @Test
    void namesTheParameterOfAChartThatChanges() {
        String path = "applications/checkout/production.yaml";
        String source = """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: checkout-production}
                spec:
                  project: all
                  source:
                    repoURL: https://git/platform
                    targetRevision: main
                    path: deploy/checkout/production
                    helm: {parameters: [{name: auth.pass, value: hunter2}, {name: level, value: info}]}
                  destination: {name: spoke, namespace: red-prod}
                """;

        List<String> words = headlines(Revision.of(SETTINGS)
                .file(path, source)
                .to(Revision.of(SETTINGS).file(path, source.replace("hunter2", "hunter3"))));

        assertThat(words).contains("Source, helm parameter auth.pass changed");
    }

    @Test
    void anObjectThatGoesToAnotherApplicationIsNotRemoved() {
        Revision before = Revision.empty()
                .service("one", "production", all(SERVICE, SETTINGS))
                .service("two", "production", DEPLOYMENT);
        Revision after = Revision.empty()
                .service("one", "production", SERVICE)
                .service("two", "production", all(DEPLOYMENT, SETTINGS));

        assertThat(headlines(before.to(after)))
                .singleElement()
                .asString()
                .startsWith("ConfigMap \"settings\" goes from Application \"one-production\" to \"two-production\"");
    }

    @Test
    void whatDoesNotRenderIsNotSaidToBeUnchangedOrGone() {
        Impact impact = Revision.of(DEPLOYMENT).to(Revision.of("kind: [broken"));

        assertThat(impact.environments()).isEmpty();
        assertThat(impact.isNone()).isFalse();
        assertThat(impact.notCompared()).singleElement().satisfies(each -> {
            assertThat(each.where()).isEqualTo("Application \"checkout-production\"");
            assertThat(each.asBefore()).isFalse();
        });
    }

    @Test
    void whatCannotBeReadOnEitherSideIsNotSaidToBeUnchanged() {
        Impact impact = Revision.of("kind: [broken").to(Revision.of("kind: [broken"));

        assertThat(impact.isNone()).isFalse();
        assertThat(impact.notCompared()).singleElement().matches(NotCompared::asBefore);
    }

    @Test
    void anApplicationWhoseFileIsBrokenIsNotRemoved() {
        Revision after = Revision.of(DEPLOYMENT).file("applications/checkout/production.yaml", "kind: [broken");

        Impact impact = Revision.of(DEPLOYMENT).to(after);

        assertThat(impact.environments()).isEmpty();
        assertThat(impact.notCompared()).anyMatch(each -> each.where().equals("Application \"checkout-production\""));
    }

    @Test
    void whatCouldNotBeReadBeforeEitherIsSaidAgain() {
        Revision broken = Revision.of(DEPLOYMENT).file("deploy/checkout/production/more.yaml", "kind: [broken");
        Revision after = Revision.of(DEPLOYMENT.replace("info", "debug"))
                .file("deploy/checkout/production/more.yaml", "kind: [broken");

        Impact impact = broken.to(after);

        assertThat(headlines(impact)).containsExactly("Variable LOG_LEVEL of app: info → debug");
        assertThat(impact.notCompared()).singleElement().matches(NotCompared::asBefore);
    }

    @Test
    void saysThatItWaitsWhereNothingSyncsByItself() {
        Revision before = Revision.empty().service("a", "dev", "automated: {enabled: false}", DEPLOYMENT);
        Revision after = Revision.empty()
                .service("a", "dev", "automated: {enabled: false}", DEPLOYMENT.replace("info", "debug"));

        assertThat(before.to(after)
                        .environments()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .meanings())
                .anyMatch(each -> each.words().startsWith("Takes effect when the Application is synced"));
    }

    @Test
    void whatAClusterHoldsForAServiceCountsToItsEnvironment() {
        String route = SERVICE.replace(
                "metadata: {name: checkout}",
                "metadata: {name: checkout, labels: {slipway.dev/service: checkout, slipway.dev/environment: staging}}");
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: red-prod}\n";
        Revision before = cluster(all(route, namespace));
        Revision after =
                cluster(all(route.replace("8080", "9090"), namespace.replace("red-prod", "red-prod, labels: {a: b}")));

        assertThat(before.to(after).environments())
                .extracting(each -> each.name() + " "
                        + each.groups().getFirst().members().getFirst().name())
                .containsExactly("production spoke", "staging checkout");
    }

    private static Revision cluster(String manifests) {
        return Revision.empty().file("applications/spoke.yaml", """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata: {name: spoke}
                        spec:
                          project: all
                          source: {repoURL: "https://git/platform", targetRevision: main, path: clusters/spoke}
                          destination: {name: spoke, namespace: default}
                        """).file("clusters/spoke/all.yaml", manifests);
    }
}
