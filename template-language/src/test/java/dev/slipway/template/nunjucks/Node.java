package dev.slipway.template.nunjucks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** npm's nunjucks in a process of its own. */
final class Node implements AutoCloseable {

    /** The property that names the folder whose node_modules has nunjucks. */
    static final String PROPERTY = "nunjucks";

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    Node() {
        try {
            Path script = Corpus.FOLDER.resolve("render.mjs").toAbsolutePath();
            process = new ProcessBuilder("node", script.toString(), System.getProperty(PROPERTY))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input = process.outputWriter(StandardCharsets.UTF_8);
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    Result render(Case each) {
        try {
            input.write(each.json());
            input.newLine();
            input.flush();
            String answer = output.readLine();
            if (answer == null) {
                throw new IllegalStateException("Node ended at: " + each.json());
            }
            boolean isError = answer.startsWith("{\"error\"");
            return new Result(isError, JsonLine.field(answer, isError ? "error" : "text"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
