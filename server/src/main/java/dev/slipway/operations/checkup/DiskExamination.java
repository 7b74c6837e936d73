package dev.slipway.operations.checkup;

import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The data directory has room, and is its owner's alone. */
@Component
class DiskExamination implements Examination {

    private static final String SUBJECT = "Data directory";
    private static final long MEGABYTE = 1024L * 1024;
    private static final long SCARCE = 2048 * MEGABYTE;
    private static final long TOO_LITTLE = 300 * MEGABYTE;

    private final Path data;

    DiskExamination(@Value("${slipway.data}") Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> examine() {
        try {
            return List.of(space(Files.getFileStore(data)), permissions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding space(FileStore disk) throws IOException {
        long usable = disk.getUsableSpace();
        String said = "The disk of " + data + " has " + usable / MEGABYTE + " MB left.";
        if (usable < TOO_LITTLE) {
            return Finding.problem(SUBJECT, said, "Make room: builds and commits fail without.");
        }
        return usable < SCARCE
                ? Finding.warning(SUBJECT, said, "Make room before builds and commits fail.")
                : Finding.good(SUBJECT, said);
    }

    private Finding permissions() throws IOException {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
        return permissions.endsWith("------")
                ? Finding.good(SUBJECT, "It is readable by its owner alone.")
                : Finding.warning(
                        SUBJECT,
                        "Others of this machine may look into it (" + permissions
                                + "): it holds passwords' hashes and keys.",
                        "chmod 700 " + data);
    }
}
