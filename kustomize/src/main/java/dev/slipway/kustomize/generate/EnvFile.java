package dev.slipway.kustomize.generate;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads files of {@code KEY=value} lines; lines that begin with {@code #} are comments. Blanks before a key are left out, those
 * behind it are part of it, as those around the value are.
 */
final class EnvFile {

    /** What Go takes for a space. */
    private static final Pattern BLANKS = Pattern.compile("^[\\t\\n\\x0B\\f\\r\\x85\\p{Z}]+");

    private EnvFile() {}

    static Map<String, String> read(String file, String text, Problems problems) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String[] lines = body.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = BLANKS.matcher(withoutReturn(lines[i])).replaceFirst("");
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

    /** Go's scanner of lines takes one off each, the last one without an end too. */
    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
