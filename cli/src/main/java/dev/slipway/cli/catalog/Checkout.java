package dev.slipway.cli.catalog;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files around a path on this machine: those of the Git checkout that it belongs to, else of the directory.
 *
 * @param root absolute
 */
record Checkout(Path root, FileTree tree) {

    static Checkout around(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return of(at);
            }
        }
        return of(Files.isDirectory(absolute) ? absolute : absolute.resolveSibling("."));
    }

    private static Checkout of(Path directory) {
        Path root = directory.normalize();
        return new Checkout(root, new DirectoryTree(root));
    }

    /** A path of this machine as a path of the tree. */
    String path(Path path) {
        return root.relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace(path.getFileSystem().getSeparator(), "/");
    }

    /** A path of the tree as people find it from where they are. */
    String shown(String path) {
        Path file = root.resolve(path);
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }

    /** Every file that Git has or would take; where there is no Git, every file that is in no hidden directory. */
    List<String> files() {
        return fromGit().orElseGet(() -> below("").toList());
    }

    private Stream<String> below(String directory) {
        return tree.list(directory).stream()
                .filter(entry -> !entry.isDirectory() || !name(entry).startsWith("."))
                .flatMap(entry -> entry.isDirectory() ? below(entry.path()) : Stream.of(entry.path()));
    }

    private static String name(TreeEntry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }

    private Optional<List<String>> fromGit() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-coz", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0
                    ? Optional.of(Arrays.stream(output.split("\0"))
                            .filter(path -> !path.isEmpty() && tree.isFile(path))
                            .sorted()
                            .distinct()
                            .toList())
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
