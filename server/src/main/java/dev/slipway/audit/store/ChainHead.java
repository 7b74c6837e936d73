package dev.slipway.audit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest entry's number and hash in the file {@code audit.head}: who can write to the database alone cannot cut the
 * chain's end off, or make a new chain, without it being noticed. It only moves along the chain: {@link HeadMoves} says how far.
 */
@Component
class ChainHead {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHead.class);

    private final Path file;
    private @Nullable Head newest;

    ChainHead(@Value("${slipway.data}") Path data) {
        this.file = data.resolve("audit.head");
    }

    /** @param lostFrom the first entry after it that was found to be gone once, for good; 0 while none was */
    record Head(long number, String hash, long lostFrom) {

        Head(long number, String hash) {
            this(number, hash, 0);
        }

        /** Entries after a cut must not move the place where it was. */
        Head lostFrom(long first) {
            return new Head(number, hash, lostFrom == 0 ? first : Math.min(lostFrom, first));
        }

        private String line() {
            return number + " " + hash + (lostFrom == 0 ? "" : " " + lostFrom) + "\n";
        }

        private static Optional<Head> of(String line) {
            String[] words = line.trim().split(" ");
            return words.length < 2
                    ? Optional.empty()
                    : Optional.of(new Head(
                            Long.parseLong(words[0]), words[1], words.length > 2 ? Long.parseLong(words[2]) : 0));
        }
    }

    /** Commits may end in another order than their entries have: the file only ever moves forward. */
    synchronized void advance(Head head) {
        if (known().filter(before -> before.number() >= head.number()).isPresent()) {
            return;
        }
        write(head);
    }

    /** Notes that entries up to the head are gone, from this one on. */
    synchronized void lose(long first) {
        known().map(head -> head.lostFrom(first))
                .filter(head -> !Optional.of(head).equals(known()))
                .ifPresent(this::write);
    }

    private void write(Head head) {
        try {
            Path next = file.resolveSibling("audit.head.next");
            Files.writeString(next, head.line());
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            newest = head;
        } catch (IOException e) {
            LOG.warn("The audit's head could not be written to {}; the next entry tries again.", file, e);
        }
    }

    /** As this process knows it, which after a start is as the file has it; empty before the first entry. */
    synchronized Optional<Head> known() {
        if (newest == null) {
            newest = read().orElse(null);
        }
        return Optional.ofNullable(newest);
    }

    /** As the file has it; empty before the first entry. */
    synchronized Optional<Head> read() {
        try {
            return Files.exists(file) ? Head.of(Files.readString(file)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("The audit's head in " + file + " cannot be read.", e);
        }
    }
}
