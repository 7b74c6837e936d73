package dev.slipway.documents.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes and the mode of one file. The array is not copied: whoever hands it over gives it up.
 *
 * @param bytes what the file holds; for a symbolic link its target
 * @param mode never {@link FileMode#DIRECTORY}
 */
@SuppressWarnings("ArrayRecordComponent") // large contents are handed on, not copied; equality is by bytes
public record FileContent(byte[] bytes, FileMode mode) {

    public FileContent {
        if (mode == FileMode.DIRECTORY) {
            throw new IllegalArgumentException("A file's content cannot have the mode of a directory.");
        }
    }

    /** A regular file that holds this text as UTF-8. */
    public static FileContent text(String text) {
        return new FileContent(text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
    }

    /** The bytes decoded as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileContent that && mode == that.mode && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + mode.bits();
    }

    @Override
    public String toString() {
        return "FileContent[" + mode + ", " + bytes.length + " bytes]";
    }
}
