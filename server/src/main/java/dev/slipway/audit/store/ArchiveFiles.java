package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Archives as files: gzip of JSON lines, a {@link Heading} and then an entry in each. A file is there wholly or not at all; the
 * same entries give the same bytes, so that one whose transaction was lost is written again over itself.
 */
@Component
class ArchiveFiles {

    /** Relative to the data directory. */
    static final String DIRECTORY = "archive/audit";

    private static final String FORMAT = "slipway-audit-1";

    private final Path directory;
    private final JsonMapper json;

    ArchiveFiles(@Value("${slipway.data}") Path data, JsonMapper json) {
        this.directory = data.toAbsolutePath().normalize().resolve(DIRECTORY);
        this.json = json;
    }

    /** The first line: what the file holds, so that it can be verified without Slipway. */
    record Heading(String format, long first, long last, String previousHash) {}

    /** Gets every entry, in its order. */
    @FunctionalInterface
    interface Sink {
        /** @return whether to go on */
        boolean take(AuditEntry entry) throws IOException;
    }

    /** Writes its entries into a sink. */
    @FunctionalInterface
    interface Source {
        void writeTo(Sink sink) throws IOException;
    }

    static String name(long first, long last) {
        return String.format(Locale.ROOT, "audit-%09d-%09d.jsonl.gz", first, last);
    }

    /** Writes the file onto the disk and returns the SHA-256 of its bytes. */
    String write(long first, long last, String previousHash, Source entries) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(name(first, last));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel));
            line(out, new Heading(FORMAT, first, last, previousHash));
            entries.writeTo(entry -> {
                line(out, sorted(entry));
                return true;
            });
            out.finish();
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(directory)) {
            folder.force(true);
        }
        return sha256(name(first, last));
    }

    private static AuditEntry sorted(AuditEntry entry) {
        return new AuditEntry(
                entry.number(),
                entry.at(),
                entry.account(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                new TreeMap<>(entry.details()),
                entry.hash());
    }

    private void line(GZIPOutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }

    boolean exists(String name) {
        return Files.isRegularFile(directory.resolve(name));
    }

    /** Reads all entries of a file. */
    void read(String name, Sink entries) throws IOException {
        try (InputStream file = Files.newInputStream(directory.resolve(name));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            boolean more = lines.readLine() != null;
            for (@Nullable String line = lines.readLine(); more && line != null; line = lines.readLine()) {
                more = entries.take(json.readValue(line, AuditEntry.class));
            }
        }
    }

    String sha256(String name) throws IOException {
        try (InputStream file = Files.newInputStream(directory.resolve(name))) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(file, hash).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
