package dev.slipway.documents.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Git's ids of contents: SHA-1 over its object format. They compare contents within what one trusts; they prove nothing. */
public final class GitIds {

    private GitIds() {}

    /** The id of a file with these bytes. */
    public static String blob(byte[] bytes) {
        return id("blob", bytes);
    }

    /** The id of a directory all of whose entries have one. */
    static String tree(FileTree tree, String directory) {
        List<TreeEntry> entries = tree.list(directory).stream()
                .sorted(Comparator.comparing(GitIds::sortKey, Arrays::compareUnsigned))
                .toList();
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        for (TreeEntry entry : entries) {
            String id = tree.contentId(entry.path())
                    .orElseThrow(() -> new TreeException(entry.path(), "\"" + entry.path() + "\" has no id."));
            object.writeBytes((Integer.toOctalString(entry.mode().bits()) + " " + entry.name() + "\0")
                    .getBytes(StandardCharsets.UTF_8));
            object.writeBytes(HexFormat.of().parseHex(id));
        }
        return id("tree", object.toByteArray());
    }

    /** Git sorts by bytes, directories as if their names ended in a slash. */
    private static byte[] sortKey(TreeEntry entry) {
        return (entry.isDirectory() ? entry.name() + "/" : entry.name()).getBytes(StandardCharsets.UTF_8);
    }

    private static String id(String type, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update((type + " " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
