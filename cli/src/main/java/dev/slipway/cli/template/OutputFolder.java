package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A new or empty folder that takes files: nothing that is there is written over. */
public record OutputFolder(Path path) {

    /** @throws CliException if something is in it already */
    public OutputFolder {
        if (Files.exists(path) && !isEmpty(path)) {
            throw new CliException(
                    ExitCode.USAGE,
                    List.of(new CliProblem(
                            "--output",
                            "\"" + path + "\" is not an empty folder.",
                            "a folder that is empty or not there yet",
                            "Remove it first, or name another one.")));
        }
    }

    private static boolean isEmpty(Path path) {
        try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files with their modes; paths of a tree never lead out of it. */
    public void write(MemoryTree tree) {
        for (Map.Entry<String, FileContent> file : tree.files().entrySet()) {
            try {
                write(path.resolve(file.getKey()), file.getValue());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(Path target, FileContent content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, content.bytes());
        if (content.mode() == FileMode.EXECUTABLE && !target.toFile().setExecutable(true)) {
            throw new IOException("\"" + target + "\" cannot be made executable.");
        }
    }
}
