package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The directory of a template, in a repository whose other files {@code fetch:*} may take as well, as in Backstage: {@code url: ../shared}.
 * As a tree it has what lies in the directory.
 *
 * @param own the directory
 * @param repository asked for when a URL leads out of the directory
 * @param directory the directory's path in the repository
 */
public record TemplateTree(FileTree own, Supplier<? extends FileTree> repository, String directory)
        implements FileTree {

    /** A place that a relative URL names; it may be of nothing. */
    public record Located(FileTree tree, String path) {}

    /**
     * What a URL relative to the template names.
     *
     * @param template the template's directory; one that is no {@code TemplateTree} has nothing around it
     * @throws ActionException if it leads out of the repository, or of a directory with nothing around it
     */
    public static Located locate(FileTree template, String url) {
        try {
            return new Located(template, TreePath.normalise(url));
        } catch (TreeException e) {
            if (template instanceof TemplateTree around && !url.startsWith("/")) {
                return around.outside(url);
            }
            throw new ActionException("\"" + url + "\" leads out of the template's directory.", e);
        }
    }

    private Located outside(String url) {
        try {
            return new Located(repository.get(), TreePath.resolve(directory, url));
        } catch (TreeException e) {
            throw new ActionException("\"" + url + "\" leads out of the template's repository.", e);
        }
    }

    /** The same with another copy of its directory. */
    public TemplateTree withOwn(FileTree copy) {
        return new TemplateTree(copy, repository, directory);
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return own.entry(path);
    }

    @Override
    public List<TreeEntry> list(String path) {
        return own.list(path);
    }

    @Override
    public List<TreeEntry> walk(String path) {
        return own.walk(path);
    }

    @Override
    public byte[] read(String path) {
        return own.read(path);
    }

    @Override
    public Optional<String> contentId(String path) {
        return own.contentId(path);
    }
}
