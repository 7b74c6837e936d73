package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeException;
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

    private final SortedMap<String, FileContent> files = new TreeMap<>();
    private long size;

    /**
     * Writes a file.
     *
     * @throws ActionException if the path leads out of the workspace, or the workspace gets larger than 256 MiB
     */
    public void write(String path, FileContent content) {
        String at = normalised(path);
        if (at.isEmpty() || files.keySet().stream().anyMatch(file -> file.startsWith(at + "/"))) {
            throw new ActionException("\"" + path + "\" is a directory, so no file can be written there.");
        }
        delete(at);
        size += content.bytes().length;
        if (size > LARGEST) {
            throw new ActionException("The workspace would become larger than 256 MiB with \"" + path + "\".");
        }
        files.put(at, content);
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
        for (String file : at(source)) {
            FileContent content = files.remove(file);
            if (content != null) {
                size -= content.bytes().length;
                write(target + file.substring(source.length()), content);
            }
        }
    }

    private List<String> at(String path) {
        return files.keySet().stream()
                .filter(file -> path.isEmpty() || file.equals(path) || file.startsWith(path + "/"))
                .toList();
    }

    /** Everything in it, as it is now. */
    public MemoryTree tree() {
        return MemoryTree.of(files);
    }

    private static String normalised(String path) {
        try {
            return TreePath.normalise(path);
        } catch (TreeException e) {
            throw new ActionException("\"" + path + "\" leads out of the workspace.", e);
        }
    }
}
