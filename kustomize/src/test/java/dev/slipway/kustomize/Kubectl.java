package dev.slipway.kustomize;

import dev.slipway.documents.tree.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The reference tool, where it is installed. */
final class Kubectl {

    private Kubectl() {}

    /** Checks that rendering these files gives what {@code kubectl kustomize} prints for them. */
    static void assertSame(Path temporary, String directory, String... pathsAndTexts) throws Exception {
        String text = Kustomize.render(MemoryTree.ofTexts(pathsAndTexts), directory, Overrides.none())
                .text();

        Assertions.assertThat(text).isEqualTo(render(temporary, directory, pathsAndTexts));
    }

    /** What it prints for these files, or "refused". */
    static String output(Path temporary, String directory, String... pathsAndTexts) {
        try {
            write(temporary, pathsAndTexts);
            Path output = temporary.resolve("kubectl-output");
            boolean done = start(temporary, directory, output).waitFor() == 0;
            return done ? Files.readString(output) : "refused";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String render(Path temporary, String directory, String... pathsAndTexts) throws Exception {
        write(temporary, pathsAndTexts);
        Path output = temporary.resolve("kubectl-output");
        Process process = start(temporary, directory, output);
        int code = process.waitFor();
        Assertions.assertThat(code)
                .as(Files.readString(temporary.resolve("kubectl-errors")))
                .isZero();
        return Files.readString(output);
    }

    private static void write(Path temporary, String... pathsAndTexts) throws IOException {
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path file = temporary.resolve(pathsAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndTexts[i + 1]);
        }
    }

    private static Process start(Path temporary, String directory, Path output) {
        try {
            return new ProcessBuilder(
                            "kubectl", "kustomize", temporary.resolve(directory).toString())
                    .redirectError(temporary.resolve("kubectl-errors").toFile())
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("skipped: kubectl is not installed");
            throw new IllegalStateException(e);
        }
    }
}
