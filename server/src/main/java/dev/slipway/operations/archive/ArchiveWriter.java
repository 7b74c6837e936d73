package dev.slipway.operations.archive;

import dev.slipway.operations.database.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup, entry by entry. Only a {@link #finish finished} one opens: what failed half-way must not look whole. */
public final class ArchiveWriter {

    private final ZipOutputStream zip;

    public ArchiveWriter(OutputStream out, String passphrase) throws IOException {
        this.zip = new ZipOutputStream(SealedStreams.seal(out, passphrase));
        // Packs and layers are compressed already.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    public void manifest(Manifest manifest) throws IOException {
        begin(ArchiveNames.MANIFEST);
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    public void table(String name, Path rows) throws IOException {
        begin(ArchiveNames.table(name));
        Files.copy(rows, zip);
        zip.closeEntry();
    }

    public void directory(Path relative) throws IOException {
        begin(ArchiveNames.file(relative) + "/");
        zip.closeEntry();
    }

    /** False when the file has gone meanwhile, which is no failure: what is alive goes on changing. */
    public boolean file(Path root, Path relative) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(relative))) {
            begin(ArchiveNames.file(relative));
            in.transferTo(zip);
            zip.closeEntry();
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    /** Writes the end, without which nothing of it is restored, and closes the stream. */
    public void finish() throws IOException {
        zip.close();
    }
}
