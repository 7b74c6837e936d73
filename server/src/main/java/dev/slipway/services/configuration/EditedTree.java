package dev.slipway.services.configuration;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A tree in which one existing file has another text. */
record EditedTree(FileTree tree, VariableEdit.Edited edited) implements FileTree {

    @Override
    public Optional<TreeEntry> entry(String path) {
        return tree.entry(path);
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return tree.list(directory);
    }

    @Override
    public byte[] read(String path) {
        return path.equals(edited.file()) ? edited.text().getBytes(StandardCharsets.UTF_8) : tree.read(path);
    }
}
