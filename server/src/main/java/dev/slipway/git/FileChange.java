package dev.slipway.git;

import dev.slipway.documents.tree.FileContent;

/** A change to one path of a tree. */
public sealed interface FileChange {

    String path();

    /** The file at this path has this content and mode. */
    record Put(String path, FileContent content) implements FileChange {}

    /** Nothing is at or below this path. */
    record Remove(String path) implements FileChange {}
}
