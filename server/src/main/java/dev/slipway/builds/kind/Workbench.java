package dev.slipway.builds.kind;

import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where one build works. */
public interface Workbench {

    /** The commit's files. */
    FileTree sources();

    /** The checkout, which the build may write to. */
    Path checkout();

    /** A directory for what the build makes, empty at first. */
    Path output();

    /** A directory for temporary files. */
    Path temporary();

    /** The home directory of the commands that run, empty at first. */
    Path home();

    /** Whether the commit stands on a protected branch: only then may anything of this build be kept for other builds. */
    boolean trusted();

    /**
     * Whether there is something at this path that really is the build's own. Its processes may have put links anywhere, also
     * to Slipway's files: ask before reading what they have left.
     */
    boolean holds(Path path) throws IOException;

    /** Adds a line to the log. */
    void log(String line);

    /** Runs a part of the build under a name that the log, the page and a failure mention. */
    void step(String name, Work work) throws IOException, BuildFailure, InterruptedException;

    /**
     * Runs a command in the checkout, isolated, its output in the log, until it ends.
     *
     * @throws BuildFailure when it takes longer than the build may
     */
    CommandResult run(Command command) throws IOException, BuildFailure, InterruptedException;

    /** Runs a command that needs nothing special. */
    default CommandResult run(List<String> words) throws IOException, BuildFailure, InterruptedException {
        return run(Command.of(words));
    }

    /** The work of a step. */
    interface Work {
        void run() throws IOException, BuildFailure, InterruptedException;
    }
}
