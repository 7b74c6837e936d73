package dev.slipway.gotemplate.go;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Go's own text/template in a process: {@code go run render.go}. */
final class GoProcess implements AutoCloseable {

    /** The property that names the go command. */
    static final String PROPERTY = "go";

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    GoProcess() {
        try {
            String script = Corpus.FOLDER.resolve("render.go").toAbsolutePath().toString();
            process = new ProcessBuilder(System.getProperty(PROPERTY), "run", script)
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
            return result(each, output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result result(Case each, @Nullable String answer) {
        if (answer == null) throw new IllegalStateException("Go ended at: " + each.json());
        Map<?, ?> fields = (Map<?, ?>) Json.parse(answer);
        Object error = fields.get("error");
        return error == null ? new Result(false, (String) fields.get("text")) : new Result(true, (String) error);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
