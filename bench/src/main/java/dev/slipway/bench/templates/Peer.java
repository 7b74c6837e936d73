package dev.slipway.bench.templates;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** npm's nunjucks on Node, in a process of its own. */
final class Peer implements AutoCloseable {

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    /**
     * @param modules the folder whose {@code node_modules} has nunjucks
     * @param resources with the script, the values and the skeleton
     */
    Peer(Path modules, Path resources) throws IOException {
        process = new ProcessBuilder(
                        "node",
                        resources.resolve("nunjucks.mjs").toString(),
                        modules.toString(),
                        resources.resolve("skeleton").toString(),
                        resources.resolve("values.json").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        input = process.outputWriter(StandardCharsets.UTF_8);
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** A line of JSON: the rendered files. */
    String rendered() throws IOException {
        return asked("show");
    }

    /** Skeletons a second. */
    double run(Way way, int milliseconds) throws IOException {
        return Double.parseDouble(asked(way.name().toLowerCase(Locale.ROOT) + " " + milliseconds));
    }

    private String asked(String question) throws IOException {
        input.write(question);
        input.newLine();
        input.flush();
        String answer = output.readLine();
        if (answer == null) {
            throw new IllegalStateException("Node ended. Is nunjucks 3.2.4 in node_modules of the first argument?");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
