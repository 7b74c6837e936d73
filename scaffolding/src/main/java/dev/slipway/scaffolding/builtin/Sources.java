package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where {@code fetch:*} takes files from: paths relative to the template. */
final class Sources {

    private Sources() {}

    /** The files below the url, by their path below it; links and submodules are left out. */
    static Map<String, FileContent> files(ActionContext context) {
        String url = context.text("url").orElse(".");
        String directory = directory(url);
        FileTree tree = context.template();
        if (!tree.isDirectory(directory)) {
            throw new ActionException("The template has no directory \"" + url + "\".");
        }
        Map<String, FileContent> files = new LinkedHashMap<>();
        for (TreeEntry entry : tree.walk(directory)) {
            if (entry.isFile()) {
                String below = directory.isEmpty() ? entry.path() : entry.path().substring(directory.length() + 1);
                files.put(below, new FileContent(tree.read(entry.path()), entry.mode()));
            }
        }
        return files;
    }

    private static String directory(String url) {
        if (url.contains("://")) {
            throw new ActionException("\"" + url + "\" cannot be fetched: only paths relative to the template can.");
        }
        try {
            return TreePath.normalise(url);
        } catch (TreeException e) {
            throw new ActionException("\"" + url + "\" leads out of the template.", e);
        }
    }

    /** The path in the workspace: below {@code targetPath}. */
    static String target(ActionContext context, String path) {
        return context.text("targetPath")
                .map(directory -> directory + "/" + path)
                .orElse(path);
    }
}
