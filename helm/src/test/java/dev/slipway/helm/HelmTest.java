package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kustomize.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Helm does not show, or what differs from it on purpose. */
class HelmTest {
    private static final String CHART = "apiVersion: v2\nname: shop\nversion: 1.2.3\n";

    @Test
    void showsHooksInTheOrderOfTheirWeights() {
        HelmRendering rendering = render(
                "templates/a.yaml",
                job("late", "pre-install", "5") + "---\n" + job("early", "pre-install,pre-upgrade", "-5") + "---\n"
                        + job("test", "test", "0"));

        assertThat(rendering.objects()).isEmpty();
        assertThat(rendering.hooks())
                .extracting(hook -> hook.object().resource().name())
                .containsExactly("early", "test", "late");
        assertThat(rendering.hooks().getFirst().events()).containsExactly("pre-install", "pre-upgrade");
        assertThat(rendering.hooks().get(1).isTest()).isTrue();
    }

    private static String job(String name, String events, String weight) {
        return "apiVersion: batch/v1\nkind: Job\nmetadata: {name: " + name + ", annotations: {helm.sh/hook: \"" + events
                + "\", helm.sh/hook-weight: \"" + weight + "\"}}\n";
    }

    @Test
    void showsCustomResourceDefinitionsApart() {
        HelmRendering rendering = render(
                "crds/thing.yaml",
                "apiVersion: apiextensions.k8s.io/v1\n"
                        + "kind: CustomResourceDefinition\n"
                        + "metadata: {name: \"{{ things }}\"}\n");

        assertThat(rendering.crds()).singleElement().satisfies(crd -> {
            assertThat(crd.template()).isEqualTo("crds/thing.yaml");
            assertThat(crd.resource().name()).isEqualTo("{{ things }}");
        });
    }

    @Test
    void rendersRandomValuesAlikeAndSaysSo() {
        String template = secret("\n{{ randAlphaNum 10 }}{{ uuidv4 }}{{ now | unixEpoch }}{{ randInt 1 9 }}");

        HelmRendering first = render("templates/a.yaml", template);
        HelmRendering second = render("templates/a.yaml", template, "README.md", "something else");

        assertThat(first.text()).isEqualTo(second.text());
        assertThat(first.warnings()).extracting(Problem::what).allMatch(what -> what.contains("not reproducible"));
        assertThat(first.warnings()).hasSize(4);
        assertThat(first.warnings().getFirst().place().file()).isEqualTo("templates/a.yaml");
        assertThat(first.warnings().getFirst().place().line()).isEqualTo(5);
    }

    private static String secret(String value) {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {a: \"" + value + "\"}\n";
    }

    @Test
    void asksNoClusterAndNoNetwork() {
        HelmRendering rendering = render(
                "templates/a.yaml",
                secret("{{ lookup \"v1\" \"Secret\" \"\" \"x\" }}{{ getHostByName \"example.com\" }}"));

        assertThat(rendering.objects().getFirst().resource().text("stringData", "a"))
                .contains("map[]");
        assertThat(rendering.warnings()).extracting(Problem::what).anyMatch(what -> what.contains("lookup"));
    }

    @Test
    void saysWhichKindsOfTheClusterItDoesNotKnow() {
        HelmRendering rendering = render(
                "templates/a.yaml",
                secret(
                        "{{ .Capabilities.APIVersions.Has \"apps/v1\" }} {{ .Capabilities.APIVersions.Has \"policy/v9\" }}"
                                + " {{ .Capabilities.APIVersions.Has \"monitoring.coreos.com/v1/ServiceMonitor\" }}"));

        assertThat(rendering.objects().getFirst().resource().text("stringData", "a"))
                .contains("true false false");
        assertThat(rendering.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.what()).contains("monitoring.coreos.com/v1/ServiceMonitor"));
    }

    @Test
    void makesCertificatesThatAreOnes() throws Exception {
        HelmRendering rendering = Helm.render(
                MemoryTree.ofTexts("Chart.yaml", CHART, "templates/a.yaml", """
                    {{- $ca := genCA "root" 10 }}
                    {{- $cert := genSignedCert "shop" (list "10.0.0.1") (list "shop.example" "*.shop.example") 5 $ca }}
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: a}
                    stringData:
                      ca: {{ $ca.Cert | quote }}
                      cert: {{ $cert.Cert | quote }}
                      key: {{ $cert.Key | quote }}
                      other: {{ genPrivateKey "ed25519" | quote }}
                      users: {{ htpasswd "ann" "secret" | quote }}
                    """),
                "",
                ReleaseOptions.of("rel", "ns").at(Instant.parse("2026-01-01T00:00:00Z")));
        Map<String, ?> data = rendering.objects().getFirst().resource().map("stringData");
        X509Certificate ca = certificate(String.valueOf(data.get("ca")));
        X509Certificate cert = certificate(String.valueOf(data.get("cert")));

        cert.verify(ca.getPublicKey());
        assertThat(cert.getSubjectX500Principal().getName()).isEqualTo("CN=shop");
        assertThat(cert.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("shop.example", "*.shop.example", "10.0.0.1");
        assertThat(cert.getNotAfter()).isEqualTo("2026-01-06T00:00:00Z");
        assertThat(ca.getBasicConstraints()).isPositive();
        assertThat(String.valueOf(data.get("key"))).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(String.valueOf(data.get("users"))).matches("ann:\\$2a\\$10\\$.{53}");
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesTheLineOfADependencyThatIsNotVendored() {
        assertThatThrownBy(() -> render("Chart.yaml", CHART + "dependencies:\n  - name: redis\n    version: 1.x.x\n"))
                .isInstanceOfSatisfying(HelmException.class, e -> {
                    Problem problem = e.problems().getFirst();
                    assertThat(problem.place().toString()).isEqualTo("Chart.yaml:5:1");
                    assertThat(problem.what()).contains("\"redis\"");
                    assertThat(problem.next()).contains("helm dependency build");
                });
    }

    @Test
    void tellsAllProblemsOfTheInputTogether() {
        assertThatThrownBy(() -> Helm.render(
                        MemoryTree.ofTexts("Chart.yaml", CHART),
                        "",
                        ReleaseOptions.of("No Name", "ns")
                                .withValues(
                                        new ValueSource.File("none.yaml"),
                                        new ValueSource.Set("a"),
                                        new ValueSource.Text("spec", "[1"))))
                .isInstanceOfSatisfying(
                        HelmException.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void tellsTheTemplateAndTheLineOfAFailure() {
        assertThatThrownBy(() ->
                        render("templates/a.yaml", "a: 1\nb: {{ required \"image.tag is needed\" .Values.tag }}\n"))
                .isInstanceOfSatisfying(HelmException.class, e -> {
                    assertThat(e.problems().getFirst().place().toString()).startsWith("templates/a.yaml:2:");
                    assertThat(e.problems().getFirst().what())
                            .isEqualTo("The chart refuses these values: image.tag is needed");
                });
    }

    @Test
    void readsChartsBelowTheRootAndTellsWhatItRead() {
        MemoryTree tree = MemoryTree.ofTexts(
                "charts/shop/Chart.yaml",
                CHART,
                "charts/shop/templates/a.yaml",
                secret("{{ .Values.a }}"),
                "environments/prod.yaml",
                "a: prod",
                "other/file",
                "x");

        HelmRendering rendering = Helm.render(
                tree,
                "charts/shop",
                ReleaseOptions.of("rel", "ns")
                        .withValues(
                                new ValueSource.File("environments/prod.yaml"),
                                new ValueSource.File("environments/none.yaml", true)));

        assertThat(rendering.objects().getFirst().resource().text("stringData", "a"))
                .contains("prod");
        assertThat(rendering.filesRead())
                .containsExactly(
                        "charts/shop",
                        "charts/shop/Chart.yaml",
                        "charts/shop/templates",
                        "charts/shop/templates/a.yaml",
                        "environments/none.yaml",
                        "environments/prod.yaml");
    }

    @Test
    void takesValuesInTheOrderTheyAreGiven() {
        HelmRendering rendering = Helm.render(
                MemoryTree.ofTexts(
                        "Chart.yaml",
                        CHART,
                        "templates/a.yaml",
                        secret("{{ .Values.a }} {{ .Values.b }} {{ .Values.c }} {{ .Values.d.e }} {{ .Values.f }}")),
                "",
                ReleaseOptions.of("rel", "ns")
                        .withValues(
                                new ValueSource.Inline(Map.of("a", 1000000, "b", "inline")),
                                new ValueSource.Text("spec.source.helm.values", "b: text"),
                                new ValueSource.SetString("c=1"),
                                new ValueSource.SetJson("d={\"e\": [1, 2]}"),
                                new ValueSource.SetFile("f", "content, of = a file")));

        assertThat(rendering.objects().getFirst().resource().text("stringData", "a"))
                .contains("1e+06 text 1 [1 2] content, of = a file");
    }

    private static HelmRendering render(String... files) {
        Map<String, dev.slipway.documents.tree.FileContent> tree = new java.util.LinkedHashMap<>();
        tree.put("Chart.yaml", dev.slipway.documents.tree.FileContent.text(CHART));
        for (int i = 0; i < files.length; i += 2) {
            tree.put(files[i], dev.slipway.documents.tree.FileContent.text(files[i + 1]));
        }
        return Helm.render(MemoryTree.of(tree), "", ReleaseOptions.of("rel", "ns"));
    }
}
