package dev.slipway.changes.plan;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.FileChange;
import dev.slipway.git.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Plans whole trees and added files: only files that differ are touched. */
@Component
class TreePlanner implements IntentPlanner {

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.PutTrees
                || intent instanceof Intent.AddFiles
                || intent instanceof Intent.RemoveTrees;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        List<FileChange> changes = new ArrayList<>();
        if (intent instanceof Intent.PutTrees put) {
            put.trees().forEach((tree, files) -> put(TreePath.normalise(tree), files, tip, changes));
        } else if (intent instanceof Intent.AddFiles add) {
            add.files().forEach((path, content) -> {
                String at = TreePath.normalise(path);
                if (tip.entry(at).isEmpty()) {
                    changes.add(new FileChange.Put(at, content));
                }
            });
        } else if (intent instanceof Intent.RemoveTrees remove) {
            remove.paths().stream()
                    .map(TreePath::normalise)
                    .filter(path -> tip.entry(path).isPresent())
                    .forEach(path -> changes.add(new FileChange.Remove(path)));
        }
        return new Plan.Write(changes);
    }

    private static void put(String tree, Map<String, FileContent> files, Snapshot tip, List<FileChange> changes) {
        Map<String, FileContent> wanted = new TreeMap<>();
        files.forEach((path, content) -> wanted.put(TreePath.resolve(tree, path), content));
        for (TreeEntry entry : tip.walk(tree)) {
            if (!wanted.containsKey(entry.path())) {
                changes.add(new FileChange.Remove(entry.path()));
            }
        }
        wanted.forEach((path, content) -> {
            if (!content(tip, path).equals(Optional.of(content))) {
                changes.add(new FileChange.Put(path, content));
            }
        });
    }

    private static Optional<FileContent> content(Snapshot tip, String path) {
        return tip.entry(path)
                .filter(entry -> !entry.isDirectory())
                .map(entry -> new FileContent(tip.read(path), entry.mode()));
    }
}
