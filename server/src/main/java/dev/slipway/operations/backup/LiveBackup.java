package dev.slipway.operations.backup;

import dev.slipway.operations.BackupContents;
import dev.slipway.operations.Backups;
import dev.slipway.operations.archive.ArchiveWriter;
import dev.slipway.operations.archive.LiveDirectory;
import dev.slipway.operations.database.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** One backup, whose rows have been put aside. */
record LiveBackup(
        Path aside,
        Path data,
        List<BackupContents> contents,
        Manifest manifest,
        String passphrase,
        RemovalGate.Pass pass)
        implements Backups.Backup {

    /** Below what was put aside, the single files. */
    static final String FILES = "files";

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            ArchiveWriter archive = new ArchiveWriter(out, passphrase);
            archive.manifest(manifest);
            for (Manifest.Table table : manifest.tables()) {
                archive.table(table.name(), aside.resolve(table.name()));
            }
            writeFiles(archive);
            writeDirectories(archive);
            archive.finish();
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        pass.end();
        FileSystemUtils.deleteRecursively(aside);
    }

    private void writeFiles(ArchiveWriter archive) throws IOException {
        Path files = aside.resolve(FILES);
        if (!Files.isDirectory(files)) {
            return;
        }
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.map(Path::getFileName).toList()) {
                archive.file(files, file);
            }
        }
    }

    private void writeDirectories(ArchiveWriter archive) throws IOException {
        Set<Path> left = contents.stream()
                .flatMap(each -> each.left().stream())
                .map(Path::of)
                .collect(Collectors.toSet());
        LiveDirectory live = new LiveDirectory(data, left);
        for (String directory :
                contents.stream().flatMap(each -> each.directories().stream()).toList()) {
            live.copyTo(archive, Path.of(directory));
        }
    }

    /** Without the passphrase. */
    @Override
    public String toString() {
        return "backup of " + manifest.organisation() + " from " + manifest.at();
    }
}
