package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists directories of the workspace. Its whole paths begin at the workspace's root: nothing of the machine shows. */
final class FsReaddir extends DescribedAction {

    FsReaddir() {
        super(KnownActions.describe("fs:readdir"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        List<Map<String, String>> files = new ArrayList<>();
        List<Map<String, String>> folders = new ArrayList<>();
        for (String path : context.texts("paths")) {
            for (TreeEntry entry : entries(context.workspace().tree(), path, context.flag("recursive"))) {
                (entry.isDirectory() ? folders : files).add(described(entry));
            }
        }
        return new ActionResult.Done(Map.of("files", files, "folders", folders));
    }

    private static List<TreeEntry> entries(FileTree tree, String path, boolean recursive) {
        String directory = directory(path);
        if (!tree.isDirectory(directory)) {
            throw new ActionException("The workspace has no directory \"" + path + "\".");
        }
        List<TreeEntry> entries = new ArrayList<>();
        for (TreeEntry entry : tree.list(directory)) {
            entries.add(entry);
            if (recursive && entry.isDirectory()) {
                entries.addAll(entries(tree, entry.path(), true));
            }
        }
        return entries;
    }

    private static String directory(String path) {
        try {
            return TreePath.normalise(path);
        } catch (TreeException e) {
            throw new ActionException("\"" + path + "\" leads out of the workspace.", e);
        }
    }

    private static Map<String, String> described(TreeEntry entry) {
        return Map.of("name", entry.name(), "path", entry.path(), "fullPath", "/" + entry.path());
    }
}
