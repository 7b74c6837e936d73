package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where files come from.
 *
 * @param name as the template calls it
 * @param path of a directory or a file of the tree
 */
record Source(String name, FileTree tree, String path) {

    /** {@code https:}, {@code git@host:}, {@code //host/…}: anything that is no path. */
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+:|[^/]*@[^/]*:|//).*", Pattern.DOTALL);

    /** What the input {@code url} names: in the template's repository, or in one of a known host. */
    static Source of(ActionContext context, RemoteTrees remote) {
        String url = context.text("url").orElse(".");
        if (ADDRESS.matcher(url).matches()) {
            RemoteTrees.Found found = remote.at(url, context.run());
            return new Source(url, found.tree(), found.path());
        }
        TemplateTree.Located located = TemplateTree.locate(context.template(), url);
        return new Source(url, located.tree(), located.path());
    }

    /** What the input {@code sourcePath} names. */
    static Source inWorkspace(ActionContext context) {
        String path = context.text("sourcePath").orElseThrow();
        try {
            return new Source(path, context.workspace().tree(), TreePath.normalise(path));
        } catch (TreeException e) {
            throw new ActionException("\"" + path + "\" leads out of the workspace.", e);
        }
    }

    /** The files below the directory, by their path below it; links and submodules are left out, as the log says. */
    Map<String, FileContent> files(ActionContext context) {
        if (!tree.isDirectory(path)) {
            throw new ActionException("There is no directory \"" + name + "\" to fetch.");
        }
        Map<String, FileContent> files = new LinkedHashMap<>();
        for (TreeEntry entry : tree.walk(path)) {
            String below = path.isEmpty() ? entry.path() : entry.path().substring(path.length() + 1);
            if (entry.isFile()) {
                files.put(below, read(entry));
            } else {
                context.log("Left out " + below + ": a link leads to another place");
            }
        }
        return files;
    }

    FileContent file() {
        TreeEntry entry = tree.entry(path)
                .filter(TreeEntry::isFile)
                .orElseThrow(() -> new ActionException("There is no file \"" + name + "\" to fetch."));
        return read(entry);
    }

    private FileContent read(TreeEntry entry) {
        try {
            return new FileContent(tree.read(entry.path()), entry.mode());
        } catch (TreeException e) {
            throw new ActionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The name of a file below, for messages. */
    String nameOf(String below) {
        return name.replaceFirst("^\\./", "") + "/" + below;
    }
}
