package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a run makes. They are kept in memory and leave it only through an action that publishes them, so that no
 * path, link or archive leads anywhere else.
 */
public final class Workspace {

    private static final long LARGEST = 256L << 20;
    private static final int MOST_FILES = 50_000;

    private final SortedMap<String, FileContent> files = new TreeMap<>();
    private long size;

    /**
     * Writes a file. Symbolic links are kept and never followed.
     *
     * @throws ActionException if the path, or a link's target, leads out of the workspace or into {@code .git}, if something
     *     else is in the way, or the workspace gets larger than 256 MiB
     */
    public void write(String path, FileContent content) {
        String at = WorkspacePath.writable(path);
        if (at.isEmpty() || !below(at).isEmpty()) {
            throw new ActionException("\"" + path + "\" is a directory, so no file can be written there.");
        }
        requireDirectories(at);
        if (content.mode() == FileMode.SYMBOLIC_LINK) {
            WorkspacePath.requireTargetWithin(at, content.text());
        }
        delete(at);
        size += content.bytes().length;
        if (size > LARGEST || files.size() >= MOST_FILES) {
            throw new ActionException("The workspace would become larger than 256 MiB, or " + MOST_FILES
                    + " files, with \"" + path + "\".");
        }
        files.put(at, content);
    }

    private void requireDirectories(String path) {
        for (String above = TreePath.parent(path); !above.isEmpty(); above = TreePath.parent(above)) {
            FileContent file = files.get(above);
            if (file != null) {
                throw new ActionException("\"" + path + "\" cannot be written: \"" + above + "\" is "
                        + (file.mode() == FileMode.SYMBOLIC_LINK ? "a symbolic link" : "a file")
                        + ", not a directory.");
            }
        }
    }

    /** The text of a file; empty when nothing is there, an ActionException for a directory or a symbolic link. */
    public Optional<String> text(String path) {
        Optional<FileContent> file = read(path);
        if (file.isEmpty() && exists(path)) {
            throw new ActionException("\"" + path + "\" is a directory, not a file.");
        }
        if (file.filter(content -> content.mode() == FileMode.SYMBOLIC_LINK).isPresent()) {
            throw new ActionException("\"" + path + "\" is a symbolic link; links are not followed.");
        }
        return file.map(FileContent::text);
    }

    public Optional<FileContent> read(String path) {
        return Optional.ofNullable(files.get(normalised(path)));
    }

    /** Whether a file is there, or any below. */
    public boolean exists(String path) {
        return !at(normalised(path)).isEmpty();
    }

    /** Removes a file, or everything below a directory; returns how many files. */
    public int delete(String path) {
        List<String> gone = at(normalised(path));
        for (String file : gone) {
            FileContent removed = files.remove(file);
            size -= removed == null ? 0 : removed.bytes().length;
        }
        return gone.size();
    }

    /** Moves a file, or everything below a directory. */
    public void rename(String from, String to) {
        String source = normalised(from);
        String target = normalised(to);
        if (source.equals(target)) {
            return;
        }
        for (String file : at(source)) {
            FileContent content = files.remove(file);
            if (content != null) {
                size -= content.bytes().length;
                write(target + file.substring(source.length()), content);
            }
        }
    }

    private List<String> at(String path) {
        return files.containsKey(path) ? List.of(path) : below(path);
    }

    /** The files below a directory: '0' is what follows '/'. */
    private List<String> below(String path) {
        return List.copyOf(
                path.isEmpty()
                        ? files.keySet()
                        : files.subMap(path + "/", path + "0").keySet());
    }

    /** Everything in it, as it is now. */
    public MemoryTree tree() {
        return MemoryTree.of(files);
    }

    private static String normalised(String path) {
        return WorkspacePath.within(path);
    }
}
