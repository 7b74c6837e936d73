package dev.slipway.gitops.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;

/**
 * One file of entries, each behind the one before it: checksum, length of the key, length of the value, key, value. Whatever is
 * cut off or damaged ends the file, or fails its checksum.
 */
final class Segment implements Closeable {

    private static final int HEAD = 4 + 4 + 4;
    private static final int LONGEST_KEY = 1024;

    /** Where an entry's value is. */
    record Place(Segment segment, long at, int keyLength, int length, int checksum) {}

    private final Path file;
    private final FileChannel channel;
    private long size;

    private Segment(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    static Segment open(Path file) throws IOException {
        return new Segment(
                file,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    long size() {
        return size;
    }

    /** Every entry up to the first that is not whole. */
    void scan(BiConsumer<String, Place> found) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        long at = 0;
        while (at + HEAD <= size) {
            read(head.clear(), at);
            int checksum = head.getInt();
            int keyLength = head.getInt();
            int length = head.getInt();
            long end = at + HEAD + keyLength + (long) length;
            if (keyLength < 0 || keyLength > LONGEST_KEY || length < 0 || end > size) {
                return;
            }
            ByteBuffer key = ByteBuffer.allocate(keyLength);
            read(key, at + HEAD);
            found.accept(
                    new String(key.array(), StandardCharsets.UTF_8), new Place(this, at, keyLength, length, checksum));
            at = end;
        }
    }

    /** Writes an entry at the end. */
    Place append(String key, byte[] value) throws IOException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer entry = ByteBuffer.allocate(HEAD + name.length + value.length);
        int checksum = checksum(name, value);
        entry.putInt(checksum)
                .putInt(name.length)
                .putInt(value.length)
                .put(name)
                .put(value)
                .flip();
        long at = size;
        for (long end = at; entry.hasRemaining(); ) {
            end += channel.write(entry, end);
        }
        size = at + HEAD + name.length + value.length;
        return new Place(this, at, name.length, value.length, checksum);
    }

    /** The value of an entry, if it still is what was written. */
    Optional<byte[]> value(Place place) throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(place.keyLength() + place.length());
        read(entry, place.at() + HEAD);
        byte[] name = new byte[place.keyLength()];
        byte[] value = new byte[place.length()];
        entry.get(name).get(value);
        return checksum(name, value) == place.checksum() ? Optional.of(value) : Optional.empty();
    }

    private void read(ByteBuffer into, long at) throws IOException {
        for (long from = at; into.hasRemaining(); ) {
            int count = channel.read(into, from);
            if (count < 0) {
                break;
            }
            from += count;
        }
        into.position(into.limit()).flip();
    }

    private static int checksum(byte[] key, byte[] value) {
        CRC32 checksum = new CRC32();
        checksum.update(key);
        checksum.update(value);
        return (int) checksum.getValue();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
