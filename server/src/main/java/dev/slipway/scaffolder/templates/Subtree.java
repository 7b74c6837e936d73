package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.TemplateTree;
import java.util.List;
import java.util.Optional;

/** A directory of a tree as a tree of its own. */
record Subtree(FileTree tree, String directory) implements FileTree {

    /** The directory of a template, which may take files from elsewhere in the tree. */
    static TemplateTree ofTemplate(FileTree tree, String directory) {
        return new TemplateTree(new Subtree(tree, directory), () -> tree, directory);
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return tree.entry(TreePath.join(directory, path)).map(this::below);
    }

    @Override
    public List<TreeEntry> list(String path) {
        return tree.list(TreePath.join(directory, path)).stream()
                .map(this::below)
                .toList();
    }

    @Override
    public byte[] read(String path) {
        return tree.read(TreePath.join(directory, path));
    }

    private TreeEntry below(TreeEntry entry) {
        int length = directory.isEmpty() ? 0 : directory.length() + 1;
        String path = entry.path().equals(directory) ? "" : entry.path().substring(length);
        return new TreeEntry(path, entry.mode());
    }
}
