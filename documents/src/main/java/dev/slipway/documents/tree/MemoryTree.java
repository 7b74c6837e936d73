package dev.slipway.documents.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A tree held in memory. */
public final class MemoryTree implements FileTree {

    private final SortedMap<String, FileContent> files = new TreeMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private MemoryTree(Map<String, FileContent> files) {
        files.forEach((path, content) -> this.files.put(TreePath.normalise(path), content));
    }

    /** A tree of these files by path. */
    public static MemoryTree of(Map<String, FileContent> files) {
        return new MemoryTree(files);
    }

    /** A tree of regular files: path, text, path, text … */
    public static MemoryTree ofTexts(String... pathsAndTexts) {
        Map<String, FileContent> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], FileContent.text(pathsAndTexts[i + 1]));
        }
        return new MemoryTree(files);
    }

    /** The files by path, in order of path. */
    public Map<String, FileContent> files() {
        return java.util.Collections.unmodifiableSortedMap(files);
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        FileContent file = files.get(path);
        if (file != null) {
            return Optional.of(new TreeEntry(path, file.mode()));
        }
        return below(path).isEmpty() ? Optional.empty() : Optional.of(new TreeEntry(path, FileMode.DIRECTORY));
    }

    @Override
    public List<TreeEntry> list(String directory) {
        Map<String, TreeEntry> entries = new TreeMap<>();
        String prefix = directory.isEmpty() ? "" : directory + "/";
        below(directory).forEach((path, content) -> {
            int slash = path.indexOf('/', prefix.length());
            String child = slash < 0 ? path : path.substring(0, slash);
            entries.put(child, new TreeEntry(child, slash < 0 ? content.mode() : FileMode.DIRECTORY));
        });
        return List.copyOf(entries.values());
    }

    @Override
    public byte[] read(String path) {
        FileContent file = files.get(path);
        if (file == null) {
            throw new TreeException(path, "There is no file \"" + path + "\".");
        }
        return file.bytes();
    }

    @Override
    public Optional<String> contentId(String path) {
        String known = ids.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        FileContent file = files.get(path);
        if (file == null && !isDirectory(path)) {
            return Optional.empty();
        }
        String id = file == null ? GitIds.tree(this, path) : GitIds.blob(file.bytes());
        ids.put(path, id);
        return Optional.of(id);
    }

    private SortedMap<String, FileContent> below(String directory) {
        return directory.isEmpty() ? files : files.subMap(directory + "/", directory + "0");
    }
}
