package dev.slipway.helm.chart;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a chart of its files by path. */
final class ChartBuilder {
    private static final int DEEPEST = 20;

    private final String directory;
    private final Map<String, byte[]> all;
    private final int depth;
    private final Problems problems = new Problems();
    private final Map<String, String> templates = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Map<String, byte[]>> charts = new TreeMap<>();

    private ChartBuilder(String directory, Map<String, byte[]> all, int depth) {
        this.directory = directory;
        this.all = all;
        this.depth = depth;
    }

    /** @throws Refusal with all that is wrong */
    static Chart build(String directory, Map<String, byte[]> files) {
        return new ChartBuilder(directory, files, 0).build();
    }

    private Chart build() {
        all.forEach(this::sort);
        ChartMetadata metadata = metadataOrNull();
        Map<String, @Nullable Object> values = problems.collect(this::values, Map.of());
        List<Chart> inside = new ArrayList<>();
        charts.forEach((name, content) -> problems.collect(() -> inside.addAll(chart(name, content))));
        problems.stopIfAny();
        return new Chart(
                java.util.Objects.requireNonNull(metadata),
                directory,
                values,
                all.containsKey("values.schema.json") ? text("values.schema.json") : null,
                templates,
                files,
                inside);
    }

    private void sort(String path, byte[] bytes) {
        if (path.startsWith("templates/")) {
            templates.put(path, new String(bytes, StandardCharsets.UTF_8));
        } else if (path.startsWith("charts/")) {
            String below = path.substring("charts/".length());
            int slash = below.indexOf('/');
            String name = slash < 0 ? below : below.substring(0, slash);
            if (!name.startsWith("_") && !name.startsWith(".") && (slash >= 0 || name.endsWith(".tgz"))) {
                charts.computeIfAbsent(name, _ -> new TreeMap<>())
                        .put(slash < 0 ? "" : below.substring(slash + 1), bytes);
            }
        } else {
            switch (path) {
                case "Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json" -> {}
                default -> files.put(path, bytes);
            }
        }
    }

    private @Nullable ChartMetadata metadataOrNull() {
        List<ChartMetadata> read = new ArrayList<>();
        problems.collect(() -> {
            read.add(metadata());
        });
        return read.isEmpty() ? null : read.getFirst();
    }

    private ChartMetadata metadata() {
        String path = place("Chart.yaml");
        if (!all.containsKey("Chart.yaml")) {
            throw new Refusal(
                    new Place(path, 1, 1),
                    "There is no \"" + path + "\".",
                    "a chart: a directory with Chart.yaml.",
                    depth == 0 ? "Name the directory of a chart." : "Complete the chart in charts/, or remove it.");
        }
        String requirements = all.containsKey("requirements.yaml") ? text("requirements.yaml") : null;
        return new MetadataReader(path, text("Chart.yaml")).read(place("requirements.yaml"), requirements);
    }

    private Map<String, @Nullable Object> values() {
        if (!all.containsKey("values.yaml")) {
            return new LinkedHashMap<>();
        }
        return ValuesText.read(place("values.yaml"), text("values.yaml"));
    }

    private List<Chart> chart(String name, Map<String, byte[]> content) {
        String path = place("charts/" + name);
        if (depth >= DEEPEST) {
            throw new Refusal(
                    new Place(path, 1, 1),
                    "The charts are nested too deeply here.",
                    "at most " + DEEPEST + " levels.",
                    "Remove some.");
        }
        Map<String, byte[]> unpacked = name.endsWith(".tgz") ? unpacked(path, content) : content;
        return List.of(new ChartBuilder(path, unpacked, depth + 1).build());
    }

    private static Map<String, byte[]> unpacked(String path, Map<String, byte[]> content) {
        byte[] packed = content.get("");
        if (packed == null) {
            throw new Refusal(
                    new Place(path, 1, 1), "\"" + path + "\" is a directory.", "a packed chart.", "Rename it.");
        }
        try {
            Map<String, byte[]> files = new TreeMap<>();
            Archive.unpack(path, packed).files().forEach((file, bytes) -> files.put(file, bytes.bytes()));
            return files;
        } catch (TreeException e) {
            throw new Refusal(
                    new Place(path, 1, 1),
                    String.valueOf(e.getMessage()),
                    "a chart packed by helm package.",
                    "Pack it again.");
        }
    }

    private String text(String path) {
        return new String(java.util.Objects.requireNonNull(all.get(path)), StandardCharsets.UTF_8);
    }

    private String place(String path) {
        return directory.isEmpty() ? path : directory + "/" + path;
    }
}
