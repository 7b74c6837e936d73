package dev.slipway.helm;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A chart in one text: its files behind lines {@code -- path --}, what it is rendered with before the first of them ({@code set a=b},
 * {@code values FILE}, {@code kube VERSION}), and behind {@code -- expected --} what Helm made of it.
 */
public record ChartCase(String name, List<String> options, Map<String, String> files) {
    static final String EXPECTED = "expected";
    static final String FAILS = "fails";

    public static ChartCase parse(String name, String text) {
        List<String> options = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        String file = null;
        StringBuilder content = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                keep(file, content, files);
                file = line.substring(3, line.length() - 3);
            } else if (file != null) {
                content.append(line).append('\n');
            } else if (!line.isBlank() && !line.startsWith("#")) {
                options.add(line);
            }
        }
        keep(file, content, files);
        files.putIfAbsent("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\nappVersion: \"4.5\"\n");
        return new ChartCase(name, options, files);
    }

    private static void keep(String file, StringBuilder content, Map<String, String> files) {
        if (file != null) {
            // The line break before the next marker belongs to the marker.
            files.put(
                    file,
                    content.substring(
                            0,
                            Math.max(0, content.length() - (content.toString().endsWith("\n\n") ? 1 : 0))));
            content.setLength(0);
        }
    }

    static List<Path> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases"))) {
            return files.filter(file -> file.toString().endsWith(".chart"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MemoryTree tree() {
        Map<String, FileContent> tree = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            if (!path.equals(EXPECTED) && !path.equals(FAILS)) {
                tree.put(path, FileContent.text(text));
            }
        });
        return MemoryTree.of(tree);
    }

    public ReleaseOptions release() {
        List<ValueSource> values = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        ReleaseOptions release =
                ReleaseOptions.of("rel", "ns").withCapabilities(new Capabilities("v1.20.0", List.of()));
        for (String option : options) {
            String rest = option.substring(option.indexOf(' ') + 1);
            switch (option.substring(0, option.indexOf(' '))) {
                case "set" -> sets.add(rest);
                case "values" -> values.add(new ValueSource.File(rest));
                case "kube" -> release = release.withCapabilities(new Capabilities(rest, List.of()));
                default -> throw new IllegalArgumentException(option);
            }
        }
        if (!sets.isEmpty()) {
            values.add(new ValueSource.Set(String.join(",", sets) + ",zzz=1"));
        }
        return release.withValues(values);
    }

    /** What we make of it, in the form of what Helm prints, or "FAILS". */
    public String ours() {
        try {
            return normalised(Helm.render(tree(), "", release()).text());
        } catch (HelmException e) {
            return FAILS + "\n" + e.getMessage();
        }
    }

    /** Documents without content and blank lines at their ends mean nothing. */
    static String normalised(String text) {
        StringBuilder out = new StringBuilder();
        for (String document : ("\n" + text).split("\n---\n(?=# Source: )")) {
            if (document.lines()
                    .anyMatch(line -> !line.isBlank()
                            && !line.startsWith("#")
                            && !line.strip().equals("---"))) {
                out.append("---\n").append(document.strip()).append('\n');
            }
        }
        return out.toString();
    }
}
