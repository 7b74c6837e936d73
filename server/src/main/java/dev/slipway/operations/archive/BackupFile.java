package dev.slipway.operations.archive;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.operations.BackupException;
import dev.slipway.operations.database.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup, decrypted and found whole. Closing removes the decrypted copy. */
public final class BackupFile implements AutoCloseable {

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path copy;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path copy, ZipFile zip, Manifest manifest) {
        this.copy = copy;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @param workspace where the decrypted copy may lie meanwhile */
    public static BackupFile open(Path file, String passphrase, Path workspace) throws IOException {
        Path copy = Files.createTempFile(workspace, "restore", ".zip", PRIVATE);
        try {
            decrypt(file, passphrase, copy);
            ZipFile zip = new ZipFile(copy.toFile());
            return new BackupFile(copy, zip, manifest(zip));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static void decrypt(Path file, String passphrase, Path copy) throws IOException {
        try (InputStream sealed = Files.newInputStream(file)) {
            try (InputStream opened = SealedStreams.open(sealed, passphrase);
                    var out = Files.newOutputStream(copy)) {
                opened.transferTo(out);
            }
        } catch (NoSuchFileException e) {
            throw new BackupException(ProblemCode.INVALID, Problem.of("There is no file \"" + file + "\"."));
        } catch (IOException e) {
            throw new BackupException(
                    ProblemCode.INVALID,
                    Problem.at(
                                    file.toString(),
                                    "The backup cannot be opened: wrong passphrase, or the file is damaged or cut off.")
                            .next("Try the passphrase again, or another backup. Nothing was restored."));
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveNames.MANIFEST);
        try (InputStream in = entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in.readAllBytes(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupException(
                        ProblemCode.INVALID,
                        Problem.of("The backup has format " + manifest.format() + ".")
                                .expecting("format " + Manifest.FORMAT)
                                .next("Restore it with the Slipway that wrote it."));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupException(ProblemCode.INVALID, Problem.of("The backup says nothing of what it holds."));
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The rows of a table, as PostgreSQL's {@code COPY} writes them. */
    public InputStream table(String name) throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveNames.table(name));
        if (entry == null) {
            throw new IOException("the backup lacks table " + name);
        }
        return zip.getInputStream(entry);
    }

    /** Writes all files below the directory, and returns how many. */
    public int extractFiles(Path directory) throws IOException {
        int files = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().startsWith(ArchiveNames.FILES)) {
                files += extract(entry, directory);
            }
        }
        return files;
    }

    private int extract(ZipEntry entry, Path directory) throws IOException {
        Path target = ArchiveNames.path(entry.getName(), directory);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return 0;
        }
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        return 1;
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(copy);
    }
}
