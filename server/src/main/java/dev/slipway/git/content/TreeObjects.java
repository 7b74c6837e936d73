package dev.slipway.git.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes single trees as Git stores them: the entries of one directory. A name has one character for each of its
 * bytes, so that what is no UTF-8 stays what it is.
 */
final class TreeObjects {

    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeObjects(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    record Entry(FileMode mode, ObjectId id) {
        boolean isDirectory() {
            return mode.equals(FileMode.TREE);
        }
    }

    static String name(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** By name; of null none. */
    Map<String, Entry> read(@Nullable ObjectId tree) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (tree != null) {
            CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
            for (; !parser.eof(); parser.next()) {
                byte[] name = new byte[parser.getNameLength()];
                parser.getName(name, 0);
                entries.put(name(name), new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
            }
        }
        return entries;
    }

    /** @param entries by name, in any order */
    ObjectId write(Map<String, Entry> entries) throws IOException {
        TreeFormatter formatter = new TreeFormatter();
        entries.entrySet().stream()
                .map(each -> Map.entry(key(each.getKey(), each.getValue()), each.getValue()))
                .sorted((one, other) -> Arrays.compareUnsigned(one.getKey(), other.getKey()))
                .forEach(each -> append(each.getKey(), each.getValue(), formatter));
        return inserter.insert(formatter);
    }

    /** Git orders directories as if their names ended in a slash. */
    private static byte[] key(String name, Entry entry) {
        return (entry.isDirectory() ? name + "/" : name).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void append(byte[] key, Entry entry, TreeFormatter formatter) {
        formatter.append(key, 0, entry.isDirectory() ? key.length - 1 : key.length, entry.mode(), entry.id());
    }
}
