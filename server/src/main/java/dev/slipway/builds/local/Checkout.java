package dev.slipway.builds.local;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of a commit to a directory; symbolic links only where they stay inside. */
final class Checkout {

    private final FileTree tree;
    private final Path directory;

    Checkout(FileTree tree, Path directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** How many files were written. */
    int write() throws IOException, BuildFailure {
        int files = 0;
        for (TreeEntry entry : tree.walk("")) {
            write(entry);
            files++;
        }
        return files;
    }

    private void write(TreeEntry entry) throws IOException, BuildFailure {
        Path file = directory.resolve(TreePath.normalise(entry.path()));
        Files.createDirectories(file.getParent());
        switch (entry.mode()) {
            case REGULAR -> Files.write(file, tree.read(entry.path()));
            case EXECUTABLE -> {
                Files.write(file, tree.read(entry.path()));
                boolean _ = file.toFile().setExecutable(true);
            }
            case SYMBOLIC_LINK -> link(entry, file);
            case SUBMODULE ->
                throw new BuildFailure(
                        "\"" + entry.path()
                                + "\" is a submodule, which local builds do not fetch. Copy its files, or build with another CI.");
            case DIRECTORY -> Files.createDirectories(file);
        }
    }

    private void link(TreeEntry entry, Path file) throws IOException, BuildFailure {
        String target = new String(tree.read(entry.path()), StandardCharsets.UTF_8);
        if (!staysInside(entry.path(), target)) {
            throw new BuildFailure("The symbolic link \"" + entry.path() + "\" leads to \"" + target
                    + "\", outside of the repository or by detours. Link to a file of the repository.");
        }
        Files.createSymbolicLink(file, Path.of(target));
    }

    /** Going up is allowed at the beginning only: {@code link/..} may be elsewhere than it looks. */
    private static boolean staysInside(String path, String target) {
        try {
            TreePath.resolve(TreePath.parent(path), target);
            return !target.matches("(.*/)?(?!\\.\\.?/)[^/]+/+(\\./+)*\\.\\.(/.*)?");
        } catch (TreeException _) {
            return false;
        }
    }
}
