package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileTree;

/** The trees that {@code fetch:*} reads by URL: repositories on known Git hosts, and nothing else. */
@FunctionalInterface
public interface RemoteTrees {

    /**
     * A tree and the place in it.
     *
     * @param path a normalised path of a directory or a file; empty for the root
     */
    record Found(FileTree tree, String path) {}

    /**
     * What this URL names.
     *
     * @throws ActionException if no known host has it, or the run's user may not read it
     */
    Found at(String url, RunInfo run);

    /** Refuses every URL: for programs that reach no host. */
    static RemoteTrees none() {
        return (url, _) -> {
            throw new ActionException("\"" + url + "\" cannot be fetched without a server: only paths relative to the"
                    + " template can.");
        };
    }
}
