package dev.slipway.git.content;

import dev.slipway.git.FileChange;
import dev.slipway.git.content.TreeObjects.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree with some paths changed: only the directories on the way to those are read and written, however many files the
 * others hold. A file takes the place of a directory and the other way round; a directory without files is none.
 */
final class TreeWriter {

    private final ObjectInserter inserter;
    private final TreeObjects trees;

    TreeWriter(ObjectReader reader, ObjectInserter inserter) {
        this.inserter = inserter;
        this.trees = new TreeObjects(reader, inserter);
    }

    /** What changes below a directory, by name: what goes, before what comes. Of several changes of a path the last one counts. */
    private static final class Edits {
        private final Set<String> removed = new LinkedHashSet<>();
        private final Map<String, Entry> files = new LinkedHashMap<>();
        private final Map<String, Edits> directories = new LinkedHashMap<>();

        Edits directory(String name) {
            files.remove(name);
            return directories.computeIfAbsent(name, _ -> new Edits());
        }

        void remove(String name) {
            files.remove(name);
            directories.remove(name);
            removed.add(name);
        }

        void put(String name, Entry file) {
            remove(name);
            files.put(name, file);
        }
    }

    /**
     * @param before null for an empty tree
     * @throws InvalidPathException for a path that no Git takes, for example into {@code .git}; nothing is written then
     * @throws IllegalArgumentException for a submodule whose content is no commit's id; nothing is written then either
     */
    ObjectId write(@Nullable ObjectId before, List<FileChange> changes) throws IOException {
        changes.stream()
                .filter(FileChange.Put.class::isInstance)
                .map(FileChange::path)
                .forEach(TreeWriter::check);
        Edits edits = new Edits();
        for (FileChange change : changes) {
            add(change, edits);
        }
        return trees.write(edited(before, edits));
    }

    private void add(FileChange change, Edits root) throws IOException {
        List<String> names = List.of(
                TreeObjects.name(change.path().getBytes(StandardCharsets.UTF_8)).split("/"));
        Edits directory = root;
        for (String name : names.subList(0, names.size() - 1)) {
            if (change instanceof FileChange.Remove && directory.files.containsKey(name)) {
                return;
            }
            directory = directory.directory(name);
        }
        switch (change) {
            case FileChange.Remove _ -> directory.remove(names.getLast());
            case FileChange.Put put -> directory.put(names.getLast(), entry(put));
        }
    }

    private Entry entry(FileChange.Put put) throws IOException {
        byte[] bytes = put.content().bytes();
        return switch (put.content().mode()) {
            case REGULAR, EXECUTABLE, SYMBOLIC_LINK ->
                new Entry(FileModes.of(put.content().mode()), inserter.insert(Constants.OBJ_BLOB, bytes));
            case SUBMODULE -> new Entry(FileMode.GITLINK, submodule(put.path(), bytes));
            case DIRECTORY -> throw new IllegalArgumentException("\"" + put.path() + "\" cannot be a directory.");
        };
    }

    /** What a submodule holds is the id of its commit, here as where differences are told. */
    private static ObjectId submodule(String path, byte[] bytes) {
        String commit = new String(bytes, StandardCharsets.US_ASCII);
        if (!ObjectId.isId(commit)) {
            throw new IllegalArgumentException(
                    "The submodule \"" + path + "\" needs the whole id of a commit as its content.");
        }
        return ObjectId.fromString(commit);
    }

    private static void check(String path) {
        try {
            SystemReader.getInstance().checkPath(path);
        } catch (CorruptObjectException _) {
            throw new InvalidPathException(path);
        }
    }

    private Map<String, Entry> edited(@Nullable ObjectId tree, Edits edits) throws IOException {
        Map<String, Entry> entries = trees.read(tree);
        edits.removed.forEach(entries::remove);
        entries.putAll(edits.files);
        for (Map.Entry<String, Edits> each : edits.directories.entrySet()) {
            enter(entries, each.getKey(), each.getValue());
        }
        return entries;
    }

    private void enter(Map<String, Entry> entries, String name, Edits edits) throws IOException {
        Entry known = entries.get(name);
        ObjectId directory = known != null && known.isDirectory() ? known.id() : null;
        Map<String, Entry> edited = edited(directory, edits);
        if (!edited.isEmpty()) {
            entries.put(name, new Entry(FileMode.TREE, trees.write(edited)));
        } else if (directory != null) {
            entries.remove(name);
        }
    }
}
