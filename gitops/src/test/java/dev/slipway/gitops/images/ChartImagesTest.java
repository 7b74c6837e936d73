package dev.slipway.gitops.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.Decision.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartImagesTest {

    private static final String DIGEST = "sha256:" + "b".repeat(64);
    private static final ImageReference NEW = new ImageReference("r.example/shop", "9.9", DIGEST);

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: shop-prod}
            spec:
              source:
                repoURL: https://git.example/gitops
                path: charts/shop
                helm:
                  valueFiles: [values-prod.yaml]
            """;

    private static final String WEB = "charts/shop/charts/web/";

    private static final String TEMPLATE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: {{ .Release.Name }}}
            spec:
              template:
                metadata: {labels: {version: "{{ .Values.other }}"}}
                spec:
                  containers:
                    - name: app
                      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
            """;

    private static final String VALUES = """
            # what the chart says
            other: "1.0"
            image:
              repository: r.example/shop
              tag: "1.0"
            """;

    private static Map<String, String> files(String application, String values, String production, String template) {
        Map<String, String> files = files(application, values, production);
        files.put("charts/shop/templates/deployment.yaml", template);
        return files;
    }

    private static Map<String, String> files(String application, String values, String production) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("apps/shop.yaml", application);
        files.put("charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: \"0.7\"\n");
        files.put("charts/shop/values.yaml", values);
        files.put("charts/shop/values-prod.yaml", production);
        files.put("charts/shop/templates/deployment.yaml", TEMPLATE);
        return files;
    }

    private static ContainerImage image(Map<String, String> files) {
        return image(MemoryTree.ofTexts(files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new)));
    }

    private static ContainerImage image(MemoryTree tree) {
        Checkout checkout = Checkout.read(tree, Map.of());
        assertThat(checkout.declared().applications().getFirst().findings()).isEmpty();
        return new ImageReader(tree, checkout.sources())
                .images(checkout.declared().applications().getFirst())
                .getFirst();
    }

    private static String edited(Map<String, String> files) {
        Decision decision = Objects.requireNonNull(image(files).decision());
        Map<String, String> after = new LinkedHashMap<>(files);
        String text = ImageEditor.set(decision, Objects.requireNonNull(files.get(decision.file())), NEW);
        after.put(decision.file(), text);
        assertThat(image(after).image().digest()).isEqualTo(DIGEST);
        return text;
    }

    @Test
    void theChartsValuesDecideAndNotAnotherValueThatIsTheSame() {
        Map<String, String> files = files(APPLICATION, VALUES, "replicas: 2\n");

        assertThat(image(files).workload()).isEqualTo("Deployment/shop-prod");
        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.VALUE_FILE, "charts/shop/values.yaml", 5);
        assertThat(edited(files)).isEqualTo(VALUES.replace("  tag: \"1.0\"", "  tag: \"9.9@" + DIGEST + "\""));
    }

    @Test
    void aFileOfTheEnvironmentWins() {
        Map<String, String> files = files(APPLICATION, VALUES, "image:\n  tag: 2.0.1   # released\n");

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.VALUE_FILE, "charts/shop/values-prod.yaml", 2);
        assertThat(edited(files)).isEqualTo("image:\n  tag: 9.9@" + DIGEST + "   # released\n");
    }

    @Test
    void aParameterOfTheApplicationWinsOverFiles() {
        String application = APPLICATION + """
                parameters:
                  - name: image.tag
                    value: "3.0"
                """.indent(6);
        Map<String, String> files = files(application, VALUES, "image: {tag: '2.0'}\n");

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.HELM_PARAMETER, "apps/shop.yaml", 12);
        assertThat(edited(files)).isEqualTo(application.replace("\"3.0\"", "\"9.9@" + DIGEST + "\""));
    }

    @Test
    void valuesInTheApplicationDecide() {
        String application = APPLICATION + """
                values: |
                  image:
                    tag: v4   # here
                """.indent(6);
        Map<String, String> files = files(application, VALUES, "image: {tag: '2.0'}\n");

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.HELM_VALUES, "apps/shop.yaml", 12);
        assertThat(edited(files)).isEqualTo(application.replace("tag: v4", "tag: 9.9@" + DIGEST));
    }

    @Test
    void theChartsVersionDecidesWhereNoValueDoes() {
        Map<String, String> files = files(APPLICATION, "image: {repository: r.example/shop}\n", "replicas: 2\n");

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.CHART_VERSION, "charts/shop/Chart.yaml", 4);
    }

    private static Map<String, String> umbrella(String template, String values) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("apps/shop.yaml", APPLICATION);
        files.put("charts/shop/Chart.yaml", """
                apiVersion: v2
                name: shop
                version: 0.1.0
                appVersion: "0.7"
                dependencies: [{name: web, version: 1.0.0, alias: frontend}]
                """);
        files.put("charts/shop/values-prod.yaml", "replicas: 2\n");
        files.put(
                "charts/shop/charts/web/Chart.yaml",
                "apiVersion: v2\nname: web\nversion: 1.0.0\nappVersion: \"4.2\"\n");
        files.put("charts/shop/charts/web/values.yaml", values);
        files.put("charts/shop/charts/web/templates/deployment.yaml", template);
        return files;
    }

    @Test
    void theValuesOfAChartInsideDecideUnderItsAlias() {
        assertThat(image(umbrella(TEMPLATE, VALUES)).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.VALUE_FILE, "charts/shop/charts/web/values.yaml", 5);
    }

    @Test
    void theValuesOfAChartOfAnotherDirectoryDecideUnderItsAlias() {
        Map<String, String> files = new LinkedHashMap<>();
        umbrella(TEMPLATE, VALUES)
                .forEach((file, text) -> files.put(
                        file.replace("charts/shop/charts/web", "charts/common"),
                        text.replace("version: 1.0.0, ", "version: 1.0.0, repository: file://../common, ")));

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.VALUE_FILE, "charts/common/values.yaml", 5);
        assertThat(edited(files)).contains("tag: \"9.9@" + DIGEST);
    }

    @Test
    void theVersionOfAChartInsideDecides() {
        assertThat(image(umbrella(TEMPLATE, "image: {repository: r.example/web}\n"))
                        .decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.CHART_VERSION, "charts/shop/charts/web/Chart.yaml", 4);
    }

    @Test
    void theValuesOfAPackedChartDecide(@TempDir Path directory) throws IOException, InterruptedException {
        Map<String, FileContent> files = new TreeMap<>();
        for (var each : umbrella(TEMPLATE, VALUES).entrySet()) {
            if (each.getKey().startsWith(WEB)) {
                Path file = directory.resolve("web").resolve(each.getKey().substring(WEB.length()));
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, each.getValue());
            } else {
                files.put(each.getKey(), FileContent.text(each.getValue()));
            }
        }
        assertThat(new ProcessBuilder("tar", "-czf", "web.tgz", "web")
                        .directory(directory.toFile())
                        .start()
                        .waitFor())
                .isZero();
        byte[] packed = Files.readAllBytes(directory.resolve("web.tgz"));
        files.put("charts/shop/charts/web-1.0.0.tgz", new FileContent(packed, FileMode.REGULAR));

        assertThat(image(MemoryTree.of(files)).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.VALUE_FILE, "charts/shop/charts/web-1.0.0.tgz/values.yaml", 5);
    }

    @Test
    void saysWhyNothingDecides() {
        ContainerImage image = image(files(
                APPLICATION,
                VALUES,
                "name: shop\nmajor: \"3\"\nminor: \"4\"\n",
                TEMPLATE.replaceFirst(
                        "image: .*", "image: \"{{ .Values.name }}:{{ .Values.major }}.{{ .Values.minor }}\"")));

        assertThat(image.decision()).isNull();
        assertThat(image.undecided()).contains("more than one value");
    }

    @Test
    void aTemplateDecidesWhatItNames() {
        String template = TEMPLATE.replaceFirst("image: .*", "image: \"busybox:1.36\"  # small");

        Decision decision =
                Objects.requireNonNull(image(umbrella(template, VALUES)).decision());
        assertThat(decision)
                .extracting("rule", "file", "line")
                .containsExactly(Rule.CHART_TEMPLATE, "charts/shop/charts/web/templates/deployment.yaml", 10);
        assertThatThrownBy(() -> ImageEditor.set(decision, template, NEW))
                .hasMessageContaining("A template of a chart");
    }
}
