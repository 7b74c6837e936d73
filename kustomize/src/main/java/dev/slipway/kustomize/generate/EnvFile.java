package dev.slipway.kustomize.generate;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of {@code KEY=value} lines; lines that begin with {@code #} are comments. */
final class EnvFile {

    private EnvFile() {}

    static Map<String, String> read(String file, String text, Problems problems) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = body.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            Place place = new Place(file, i + 1, 1);
            if (equals <= 0) {
                problems.add(
                        place,
                        "This line has no " + (equals < 0 ? "value." : "key."),
                        "KEY=value; the environment of the renderer is not looked at.",
                        "Write both, or make the line a comment with #.");
            } else if (pairs.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                problems.add(
                        place,
                        "The key \"" + line.substring(0, equals) + "\" stands here twice.",
                        "each key once.",
                        "Remove one of the lines.");
            }
        }
        return pairs;
    }
}
