package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody would try. */
class HostileChartsTest {
    private static final String CHART = "apiVersion: v2\nname: shop\nversion: 1.2.3\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range until 100000000 }}x{{ end }}",
                "{{ repeat 2000000000 \"x\" }}",
                "{{ indent 2000000000 \"x\" }}",
                "{{ range until 30000 }}{{ range until 30000 }}{{ end }}{{ end }}",
                "{{ define \"a\" }}{{ include \"b\" . }}{{ end }}{{ define \"b\" }}{{ include \"a\" . }}{{ end }}{{"
                        + " include \"a\" . }}",
                "{{ tpl \"{{ tpl .Values.again . }}\" . }}",
                "{{ randAlphaNum 2000000000 }}",
                "{{ untilStep 0 9223372036854775807 1 }}",
                "{{ $s := \"xxxxxxxxxx\" }}{{ range until 40 }}{{ $s = print $s $s }}{{ end }}"
            })
    void endsTemplatesThatDoNot(String template) {
        assertThatThrownBy(() ->
                        render("values.yaml", "again: \"{{ tpl .Values.again . }}\"", "templates/a.yaml", template))
                .isInstanceOfSatisfying(
                        HelmException.class,
                        e -> assertThat(e.problems().getFirst().place().file()).isEqualTo("templates/a.yaml"));
    }

    @Test
    void refusesAliasesThatExplode() {
        StringBuilder values = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            values.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThatThrownBy(() -> render("values.yaml", values.toString()))
                .hasMessageContaining("too large or too deep");
    }

    @Test
    void refusesSymbolicLinks() {
        MemoryTree tree = MemoryTree.of(Map.of(
                "Chart.yaml",
                FileContent.text(CHART),
                "templates/a.yaml",
                new FileContent("/etc/passwd".getBytes(StandardCharsets.UTF_8), FileMode.SYMBOLIC_LINK)));

        assertThatThrownBy(() -> Helm.render(tree, "", ReleaseOptions.of("a", "b")))
                .hasMessageContaining("\"templates/a.yaml\" is a symbolic link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/Chart.yaml", "/etc/passwd", "db/../../x", "loose.txt"})
    void refusesArchivesThatLeadOut(String path) throws IOException {
        assertThatThrownBy(() -> render(archive(path, "x".getBytes(StandardCharsets.UTF_8), '0')))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("charts/db.tgz");
    }

    @Test
    void refusesArchivesWithLinks() throws IOException {
        assertThatThrownBy(() -> render(archive("db/link", new byte[0], '2'))).hasMessageContaining("no regular file");
    }

    @Test
    void refusesArchivesThatExplode() throws IOException {
        assertThatThrownBy(() -> render(archive("db/large", new byte[70 << 20], '0')))
                .hasMessageContaining("64 MiB");
    }

    @Test
    void refusesWhatIsNoArchive() {
        assertThatThrownBy(() -> render("no archive".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("\"charts/db.tgz\" is no packed chart");
    }

    @Test
    void readsPackedCharts() throws IOException {
        byte[] packed = archive(
                "db/Chart.yaml",
                "apiVersion: v2\nname: db\nversion: 0.1.0\n".getBytes(StandardCharsets.UTF_8),
                '0',
                "db/templates/a.yaml",
                "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n".getBytes(StandardCharsets.UTF_8),
                '0');

        HelmRendering rendering = render(packed);

        assertThat(rendering.objects()).singleElement().satisfies(object -> {
            assertThat(object.resource()).hasToString("v1 Secret a");
            assertThat(object.template()).isEqualTo("charts/db.tgz/templates/a.yaml");
        });
        assertThat(rendering.filesRead()).contains("charts/db.tgz", "charts", "");
    }

    @Test
    void fetchesNothingThatASchemaRefersTo() {
        assertThatThrownBy(() -> render("values.schema.json", "{\"$ref\": \"http://127.0.0.1:1/schema.json\"}"))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("This is no schema");
    }

    @Test
    void refusesValuesOutsideOfTheTree() {
        MemoryTree tree = MemoryTree.ofTexts("Chart.yaml", CHART);

        assertThatThrownBy(() -> Helm.render(
                        tree,
                        "",
                        ReleaseOptions.of("a", "b")
                                .withValues(new dev.slipway.helm.ValueSource.File("../../etc/passwd"))))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("leads out of the tree");
    }

    private static HelmRendering render(String... files) {
        Map<String, FileContent> tree = new LinkedHashMap<>();
        tree.put("Chart.yaml", FileContent.text(CHART));
        for (int i = 0; i < files.length; i += 2) {
            tree.put(files[i], FileContent.text(files[i + 1]));
        }
        return Helm.render(MemoryTree.of(tree), "", ReleaseOptions.of("rel", "ns"));
    }

    private static HelmRendering render(byte[] packed) {
        MemoryTree tree = MemoryTree.of(Map.of(
                "Chart.yaml", FileContent.text(CHART), "charts/db.tgz", new FileContent(packed, FileMode.REGULAR)));
        return Helm.render(tree, "", ReleaseOptions.of("rel", "ns"));
    }

    /** Path, content, type … */
    private static byte[] archive(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 3) {
                byte[] content = (byte[]) entries[i + 1];
                byte[] header = new byte[512];
                byte[] name = ((String) entries[i]).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(name, 0, header, 0, name.length);
                byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(size, 0, header, 124, size.length);
                header[156] = (byte) (char) entries[i + 2];
                gzip.write(header);
                gzip.write(content);
                gzip.write(new byte[(512 - content.length % 512) % 512]);
            }
            gzip.write(new byte[1024]);
        }
        return out.toByteArray();
    }
}
