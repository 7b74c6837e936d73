package dev.slipway.desiredstate.check;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.FileChange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What main would be after a merge. */
final class MergedTree {

    private MergedTree() {}

    static FileTree of(FileTree main, List<FileChange> changes) {
        SortedMap<String, FileContent> files = new TreeMap<>();
        main.walk("").stream()
                .filter(entry -> entry.isFile())
                .forEach(entry -> files.put(entry.path(), new FileContent(main.read(entry.path()), entry.mode())));
        for (FileChange change : changes) {
            switch (change) {
                case FileChange.Put put -> files.put(put.path(), put.content());
                case FileChange.Remove remove -> {
                    files.remove(remove.path());
                    files.subMap(remove.path() + "/", remove.path() + "0").clear();
                }
            }
        }
        return MemoryTree.of(files);
    }
}
