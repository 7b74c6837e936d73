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

    /** Adds a line to the log. */
    void log(String line);

    /** Runs a part of the build under a name that the log, the page and a failure mention. */
    void step(String name, Work work) throws IOException, BuildFailure, InterruptedException;

    /**
     * Runs a command in the checkout, isolated, its output in the log, until it ends.
     *
     * @throws BuildFailure when it takes longer than the build may
     */
    CommandResult run(List<String> command) throws IOException, BuildFailure, InterruptedException;

    /** The work of a step. */
    interface Work {
        void run() throws IOException, BuildFailure, InterruptedException;
    }
}
