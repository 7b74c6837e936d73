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

    /** Each makes ever more, in a way of its own, from a text, a list and a map that are small. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range until 40 }}{{ $s = printf \"%s%s\" $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = cat $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = quote $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = squote $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = quote $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = join $s (list $s $s) }}{{ end }}",
                "{{ range until 40 }}{{ $s = repeat 2 $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = replace \"x\" $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = replace \"\" $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = regexReplaceAll \"x\" $s \"${0}${0}x\" }}{{ end }}",
                "{{ range until 40 }}{{ $s = regexReplaceAllLiteral \"x\" $s $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = wrapWith 1 $s $s }}{{ end }}",
                "{{ range until 400 }}{{ $s = b64enc $s }}{{ end }}",
                "{{ range until 400 }}{{ $s = b32enc $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = toJson (list $s $s) }}{{ end }}",
                "{{ range until 40 }}{{ $s = toYaml (list $s $s) }}{{ end }}",
                "{{ range until 40 }}{{ $s = toToml (dict \"a\" $s \"b\" $s) }}{{ end }}",
                "{{ range until 40 }}{{ $s = tpl \"{{ . }}{{ . }}\" $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = include \"twice\" $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = html $s \"<>\" $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = js $s \"<>\" $s }}{{ end }}",
                "{{ range until 40 }}{{ $s = urlquery $s \"<>\" $s }}{{ end }}",
                "{{ range until 400 }}{{ $s = regexQuoteMeta (print $s \".\") }}{{ end }}",
                "{{ range until 1000 }}{{ $s = indent 100000 $s }}{{ end }}",
                "{{ range until 40 }}{{ $l = concat $l $l }}{{ end }}",
                "{{ range until 40 }}{{ $l = concat $l (reverse $l) }}{{ end }}",
                "{{ range until 400000 }}{{ $l = append $l 1 }}{{ end }}",
                "{{ range until 400000 }}{{ $l = prepend $l 1 }}{{ end }}",
                "{{ range $i, $_ := repeat 100000 \"x,\" | splitList \",\" }}{{ $_ := set $m (toString $i) (list 1 2 3 4 5 6 7 8) }}"
                        + "{{ $_ := set $m (print \"b\" $i) (dict 1 2 3 4 5 6 7 8) }}{{ end }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toJson $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toPrettyJson $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toRawJson $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toYaml $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toYamlPretty $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toToml (dict \"a\" $l) }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toString $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ print $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ quote $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ cat $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ join \",\" $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toStrings $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ sortAlpha $l }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ dict $l 1 }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ len (deepCopy $l) }}",
                "{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ deepEqual $l (deepCopy $l) }}",
                "{{ $k := $l }}{{ range until 40 }}{{ $l = list $l $l }}{{ $k = list $k $k }}{{ end }}{{ deepEqual $l $k }}",
                "{{ $k := $l }}{{ range until 40 }}{{ $l = list $l $l }}{{ $k = list $k $k }}{{ end }}{{ has $l (list $k) }}",
                "{{ $k := $l }}{{ range until 40 }}{{ $l = list $l $l }}{{ $k = list $k $k }}{{ end }}{{ uniq (list $k $l) }}",
                "{{ $k := $l }}{{ range until 40 }}{{ $l = list $l $l }}{{ $k = list $k $k }}{{ end }}{{ without (list $k) $l }}",
                "{{ $n := dict \"a\" 1 }}{{ range until 40 }}{{ $m = dict \"a\" $m \"b\" $m }}{{ $n = dict \"a\" $n \"b\" $n }}{{ end }}"
                        + "{{ $_ := merge $m $n }}",
                "{{ $_ := set $m \"m\" $m }}{{ toYaml $m }}",
                "{{ range until 1000 }}{{ $l = append $l (split \"\" (repeat 100000 \"x\")) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (splitList \"x\" (repeat 100000 \"x\")) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (regexFindAll \"\" (repeat 100000 \"x\") -1) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (regexSplit \"x\" (repeat 100000 \"x\") -1) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (until 100000) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (chunk 1 (until 100000)) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (fromJsonArray (print \"[0\" (repeat 100000 \",0\") \"]\")) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (fromYamlArray (print \"[0\" (repeat 10000 \",0\") \"]\")) }}{{ end }}",
                "{{ range until 9000 }}{{ $l = append $l (fromYamlArray (printf \"- &a [%s0]\\n- [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\" (repeat 1000 \"0,\"))) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (fromToml (print \"a = [0\" (repeat 100000 \",0\") \"]\")) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l (randAlphaNum 100000) }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l ($.Files.Lines \"lines\") }}{{ end }}",
                "{{ range until 1000 }}{{ $l = append $l ($.Files.AsConfig) }}{{ end }}",
                "{{ range until 400000 }}{{ $l = list $l ($.Files.Glob \"*\") }}{{ end }}",
                "{{ tpl (repeat 1000000 \"{{1}}\") . }}"
            })
    void endsTemplatesThatMakeEverMore(String growing) {
        String start = "{{ $s := \"x x\" }}{{ $l := list 1 }}{{ $m := dict \"a\" 1 }}"
                + "{{ define \"twice\" }}{{ . }}{{ . }}{{ end }}";

        assertThatThrownBy(() -> render("templates/a.yaml", start + growing, "lines", "x\n".repeat(100_000)))
                .isInstanceOfSatisfying(HelmException.class, e -> {
                    assertThat(e.problems().getFirst().place().file()).isEqualTo("templates/a.yaml");
                    assertThat(e.problems().getFirst().toString())
                            .containsPattern("executing needs (more than|a text longer)");
                });
    }

    @Test
    void endsChartsWhoseTemplatesTogetherMakeTooMuch() {
        String[] files = new String[40];
        for (int i = 0; i < 40; i += 2) {
            files[i] = "templates/" + i + ".yaml";
            files[i + 1] = "{{ $_ := set .Values \"v" + i + "\" (repeat 3000000 \"x\") }}";
        }

        assertThatThrownBy(() -> render(files)).hasMessageContaining("executing needs more than 40000000 characters");
    }

    @Test
    void rendersChartsWhoseTemplatesMakeMuchThatIsNotKept() {
        String[] files = new String[40];
        for (int i = 0; i < 40; i += 2) {
            files[i] = "templates/" + i + ".yaml";
            files[i + 1] = "{{ $_ := repeat 3000000 \"x\" }}";
        }

        assertThat(render(files).objects()).isEmpty();
    }

    /** As charts with dashboards do: twelve files of 330 KB each, through all that is usual. */
    @Test
    void rendersMegabytes() {
        String dashboard = "{\"panels\": ["
                + "{\"expr\": \"sum(rate(x[5m])) by (pod)\", \"legend\": \"{{pod}}\"},\n".repeat(6_000) + "1]}";
        String[] files = new String[26];
        for (int i = 0; i < 24; i += 2) {
            files[i] = "dashboards/" + i + ".json";
            files[i + 1] = dashboard;
        }
        files[24] = "templates/a.yaml";
        files[25] = """
                {{ range $path, $_ := .Files.Glob "dashboards/*.json" }}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: {{ base $path | trimSuffix ".json" | printf "d%s" }}}
                data:
                {{ dict (base $path) ($.Files.Get $path) | toYaml | indent 2 }}
                {{ end }}
                """;

        assertThat(render(files).objects()).hasSize(12);
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
