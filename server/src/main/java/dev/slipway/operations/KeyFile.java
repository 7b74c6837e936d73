package dev.slipway.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key of a {@link Seal}: 32 bytes in Base64, in a file that only its owner can read. Made when it is first needed, in the data directory. */
final class KeyFile {

    private static final int BYTES = 32;

    private final Path file;
    private final boolean own;
    private @Nullable SecretKey key;

    /** @param file one that replicas share, and that is there already; blank for one's own in the data directory */
    KeyFile(String data, String file) {
        this.own = file.isBlank();
        this.file = own ? Path.of(data, "keys", "runs") : Path.of(file);
    }

    /** @throws IllegalStateException when the file cannot be used */
    synchronized SecretKey get() {
        SecretKey known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private SecretKey read() {
        try {
            if (own && !Files.exists(file)) {
                make();
            }
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != BYTES) {
                throw new IllegalStateException("The key in \"" + file + "\" has " + bytes.length + " bytes: expected "
                        + BYTES + ", in Base64.");
            }
            return new SecretKeySpec(bytes, "AES");
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key for sealed secrets cannot be read from \"" + file + "\": " + e, e);
        }
    }

    /** Another process may do so at the same time: the first one counts. */
    private void make() throws IOException {
        Path directory = file.getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                directory,
                "runs",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + "\n");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) { // somebody else's key counts
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
