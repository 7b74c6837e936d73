package dev.slipway.builds.nodejs;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.documents.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code package.json}, as far as a build needs it (the format is npm's).
 *
 * @param command what starts the application
 * @param files what belongs into the image beside this file; empty when it does not say
 * @param leastNode the oldest major version of Node that will do
 */
record PackageFile(List<String> command, List<String> files, int leastNode) {

    static final String NAME = "package.json";

    /** The oldest whose test runner finds tests by itself and waits for their servers. */
    private static final int OLDEST_NODE = 20;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern AT_LEAST = Pattern.compile(">=\\s*v?(\\d{1,4})(\\.\\d+){0,2}");
    private static final Pattern WORDS = Pattern.compile("node( [\\w./=:@-]+)+");

    PackageFile {
        command = List.copyOf(command);
        files = List.copyOf(files);
    }

    static PackageFile read(FileTree sources) throws BuildFailure {
        JsonNode root = parse(sources.text(NAME).orElse("{}"));
        refuseDependencies(root);
        return new PackageFile(command(root), files(root), leastNode(root));
    }

    private static JsonNode parse(String text) throws BuildFailure {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
            throw new BuildFailure(NAME + " holds no object.");
        } catch (JacksonException e) {
            throw new BuildFailure(NAME + ", line " + e.getLocation().getLineNr() + ", is no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static void refuseDependencies(JsonNode root) throws BuildFailure {
        List<String> names = new ArrayList<>(root.path("dependencies").propertyNames());
        if (!names.isEmpty()) {
            throw new BuildFailure(NAME + ": local builds do not install npm packages, and \"dependencies\" lists "
                    + String.join(", ", names) + ". Do without them, or build with another CI that reports its image.");
        }
    }

    /** npm's rule: the script {@code start}, or {@code node server.js}; nothing that needs a shell. */
    private static List<String> command(JsonNode root) throws BuildFailure {
        String script =
                root.path("scripts").path("start").asString("node server.js").strip();
        if (!WORDS.matcher(script).matches()) {
            throw new BuildFailure(NAME + ": the script \"start\" is \"" + script
                    + "\". Expected: node, its options and a file, such as \"node src/main.js\".");
        }
        return List.of(script.split(" "));
    }

    private static List<String> files(JsonNode root) throws BuildFailure {
        List<String> files = new ArrayList<>();
        for (JsonNode item : root.path("files")) {
            String path = item.asString("").replaceFirst("^\\./", "").replaceFirst("/+$", "");
            if (path.isEmpty() || path.matches(".*[*?!\\[{].*") || path.startsWith("/") || path.contains("..")) {
                throw new BuildFailure(NAME + ": \"files\" names \"" + item.asString("")
                        + "\". Expected: files and folders of the repository, without patterns.");
            }
            files.add(path);
        }
        return files;
    }

    private static int leastNode(JsonNode root) {
        Matcher asked = AT_LEAST.matcher(root.path("engines").path("node").asString(""));
        return asked.matches() ? Math.max(OLDEST_NODE, Integer.parseInt(asked.group(1))) : OLDEST_NODE;
    }
}
