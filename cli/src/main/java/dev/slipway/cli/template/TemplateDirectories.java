package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The templates in directories, at any depth; nothing within a template's directory is looked at. */
public final class TemplateDirectories {

    private static final int DEEPEST = 12;
    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build");

    private TemplateDirectories() {}

    /**
     * Those of these directories and files, each once.
     *
     * @throws CliException when one of them has none
     */
    public static List<TemplateDirectory> in(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        List<CliProblem> problems = new ArrayList<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of(".")) : paths) {
            List<Path> found = Files.isRegularFile(path) ? List.of(path) : below(path);
            if (found.isEmpty()) {
                problems.add(new CliProblem(
                        "DIR",
                        "There is no " + TemplateDirectory.FILE + " in \"" + path + "\", nor below.",
                        "directories with templates",
                        null));
            }
            found.forEach(file -> files.add(file.normalize()));
        }
        if (!problems.isEmpty()) {
            throw new CliException(ExitCode.NOT_FOUND, problems);
        }
        return files.stream().map(TemplateDirectory::at).toList();
    }

    private static List<Path> below(Path directory) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try {
            Files.walkFileTree(
                    directory,
                    EnumSet.noneOf(java.nio.file.FileVisitOption.class),
                    DEEPEST,
                    new Finder(directory, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> found;

        Finder(Path start, List<Path> found) {
            this.start = start;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            Path template = directory.resolve(TemplateDirectory.FILE);
            if (Files.isRegularFile(template)) {
                found.add(template);
                return FileVisitResult.SKIP_SUBTREE;
            }
            String name = String.valueOf(directory.getFileName());
            boolean skipped = !directory.equals(start) && (name.startsWith(".") || SKIPPED.contains(name));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
