package dev.slipway.scaffolder.preview;

import java.util.List;

/**
 * A file or folder.
 *
 * @param children of a folder; empty for a file
 * @param lines of a file that is shown
 * @param note what the lines do not say; empty for nothing
 */
public record FileNode(
        String name, String path, boolean folder, List<FileNode> children, List<String> lines, String note) {

    public FileNode {
        children = List.copyOf(children);
        lines = List.copyOf(lines);
    }
}
