package dev.slipway.endtoend;

import dev.slipway.cli.demo.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A clone that somebody works in. */
record Checkout(Path directory, Git git) {

    /** Replaces a text that must be there. */
    void edit(String file, String old, String replacement) {
        String before = read(file);
        if (!before.contains(old)) {
            throw new AssertionError("\"" + old + "\" is not in " + file + ":\n" + before);
        }
        write(file, before.replace(old, replacement));
    }

    String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit(String message) {
        git.run("add", "--all");
        git.run("commit", "-q", "-m", message);
    }
}
