package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.ComposedTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.TemplateTree;
import java.util.Optional;

/** A directory of a tree as a tree of its own. */
final class Subtree extends ComposedTree {

    private final FileTree tree;
    private final String directory;

    Subtree(FileTree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** The directory of a template, which may take files from elsewhere in the tree. */
    static TemplateTree ofTemplate(FileTree tree, String directory) {
        return new TemplateTree(new Subtree(tree, directory), () -> tree, directory);
    }

    @Override
    protected Optional<Spot> spot(String path) {
        return Optional.of(new Spot(tree, TreePath.join(directory, path)));
    }
}
