package dev.slipway.helm.chart;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Unpacks a packed chart (tar, gzip) in memory: bounded in size and number, regular files only, no path that leads out. */
public final class Archive {
    private static final int LARGEST = 64 << 20;
    private static final int MOST_FILES = 20_000;
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Map<String, FileContent> files = new LinkedHashMap<>();
    private long unpacked;

    private Archive(InputStream in) {
        this.in = in;
    }

    /**
     * The files below the archive's one folder.
     *
     * @throws TreeException if it is no such archive, beyond the limits (64 MiB, 20 000 files), or holds a link or a path that leads out
     */
    public static MemoryTree unpack(String path, byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            Archive archive = new Archive(in);
            archive.read(path);
            return MemoryTree.of(archive.files);
        } catch (IOException e) {
            throw new TreeException(path, "\"" + path + "\" is no packed chart: " + e.getMessage() + ".", e);
        }
    }

    private void read(String archive) throws IOException {
        String longName = null;
        for (byte[] header = block(); header.length == BLOCK && header[0] != 0; header = block()) {
            long size = octal(header, 124, 12);
            byte type = header[156];
            byte[] content = content(archive, size);
            if (type == 'L') {
                longName = text(content, 0, content.length);
            } else if (type == 'x') {
                String path = PaxHeader.path(new String(content, StandardCharsets.UTF_8));
                longName = path == null ? longName : path;
            } else if (type != 'g') {
                add(archive, longName == null ? name(header) : longName, type, content);
                longName = null;
            }
        }
    }

    private void add(String archive, String name, byte type, byte[] content) {
        if (type == '5') {
            return;
        }
        if (type != '0' && type != 0) {
            throw new TreeException(
                    archive,
                    "\"" + archive + "\" holds \"" + name + "\", which is no regular file but a link or a device.");
        }
        String path;
        try {
            path = TreePath.normalise(name);
        } catch (TreeException e) {
            throw new TreeException(
                    archive, "\"" + archive + "\" holds \"" + name + "\", a path that leads out of it.", e);
        }
        if ((name.contains("..") && !path.equals(name)) || path.indexOf('/') < 0) {
            throw new TreeException(
                    archive,
                    "\"" + archive + "\" holds \"" + name + "\", which is not inside the folder of one chart.");
        }
        if (files.size() >= MOST_FILES) {
            throw new TreeException(archive, "\"" + archive + "\" holds more than " + MOST_FILES + " files.");
        }
        files.put(path.substring(path.indexOf('/') + 1), new FileContent(content, FileMode.REGULAR));
    }

    private byte[] block() throws IOException {
        return in.readNBytes(BLOCK);
    }

    private byte[] content(String archive, long size) throws IOException {
        unpacked += size;
        if (size < 0 || unpacked > LARGEST) {
            throw new TreeException(archive, "\"" + archive + "\" unpacks to more than 64 MiB.");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new IOException("it ends in the middle of a file");
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static String name(byte[] header) {
        String prefix =
                new String(header, 257, 5, StandardCharsets.US_ASCII).equals("ustar") ? text(header, 345, 155) : "";
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int start, int length) throws IOException {
        String digits = text(bytes, start, length).strip();
        if (!digits.matches("[0-7]{0,11}")) {
            throw new IOException("a header holds the size \"" + digits + "\"");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
