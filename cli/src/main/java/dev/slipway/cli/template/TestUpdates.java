package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what templates make now into their tests. */
public final class TestUpdates {

    private TestUpdates() {}

    /** The files that were written or removed. */
    public static List<Path> write(TemplateDirectory template, LocalActions actions) {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, Optional<FileContent>> update :
                TestReport.tests(template, actions).updates().entrySet()) {
            Path file = template.directory().resolve(update.getKey());
            try {
                if (changed(file, update.getValue())) {
                    refuseLinks(template, file);
                    write(file, update.getValue());
                    written.add(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }

    private static boolean changed(Path file, Optional<FileContent> content) throws IOException {
        return content.isEmpty()
                || !Files.isRegularFile(file)
                || Files.isExecutable(file) != (content.get().mode() == FileMode.EXECUTABLE)
                || !java.util.Arrays.equals(
                        Files.readAllBytes(file), content.get().bytes());
    }

    /** A link in the folder of tests could lead anywhere. */
    private static void refuseLinks(TemplateDirectory template, Path file) throws IOException {
        for (Path at = file; at != null && !at.equals(template.directory()); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                throw new CliException(
                        ExitCode.REFUSED,
                        new CliProblem(at.toString(), "This is a link; nothing is written through it.", null, null));
            }
        }
    }

    private static void write(Path file, Optional<FileContent> content) throws IOException {
        if (content.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content.get().bytes());
        boolean executable = content.get().mode() == FileMode.EXECUTABLE;
        if (!file.toFile().setExecutable(executable)) {
            throw new IOException("The mode of \"" + file + "\" cannot be set.");
        }
    }
}
