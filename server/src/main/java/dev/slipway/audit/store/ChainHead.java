package dev.slipway.audit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest entry's number and hash in the file {@code audit.head}: who can write to the database alone cannot cut the
 * chain's end off, or make a new chain, without it being noticed.
 */
@Component
class ChainHead {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHead.class);

    private final Path file;
    private long written;

    ChainHead(@Value("${slipway.data}") Path data) {
        this.file = data.resolve("audit.head");
    }

    record Head(long number, String hash) {}

    /** Commits may end in another order than their entries have: the file only ever moves forward. */
    synchronized void advance(long number, String hash) {
        if (number <= written) {
            return;
        }
        try {
            Path next = file.resolveSibling("audit.head.next");
            Files.writeString(next, number + " " + hash + "\n");
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = number;
        } catch (IOException e) {
            LOG.warn("The audit's head could not be written to {}; the next entry tries again.", file, e);
        }
    }

    /** Empty before the first entry. */
    synchronized Optional<Head> read() {
        try {
            String[] words = Files.exists(file) ? Files.readString(file).trim().split(" ") : new String[0];
            return words.length == 2 ? Optional.of(new Head(Long.parseLong(words[0]), words[1])) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("The audit's head in " + file + " cannot be read.", e);
        }
    }
}
