package dev.slipway.operations.backup;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.operations.BackupContents;
import dev.slipway.operations.BackupException;
import dev.slipway.operations.Backups;
import dev.slipway.operations.database.DatabaseDump;
import dev.slipway.operations.database.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * Backups while everything goes on. The rows of one moment are put aside first, so that no transaction waits for whoever
 * takes the file; directories are read after that. What Git holds newer than its rows is found as after a crash.
 */
@Service
class LiveBackups implements Backups {

    static final String PUT_ASIDE = "backup-";

    private final DataSource database;
    private final Path data;
    private final String organisation;
    private final List<BackupContents> contents;
    private final Clock clock;
    private final RemovalGate gate = new RemovalGate();

    LiveBackups(
            DataSource database,
            @Value("${slipway.data}") Path data,
            @Value("${slipway.organisation}") String organisation,
            List<BackupContents> contents,
            Clock clock) {
        this.database = database;
        this.data = data;
        this.organisation = organisation;
        this.contents = List.copyOf(contents);
        this.clock = clock;
    }

    @Override
    public Backup begin(String passphrase) {
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new BackupException(
                    ProblemCode.INVALID,
                    Problem.at("passphrase", "The passphrase is too short.")
                            .expecting("at least " + SHORTEST_PASSPHRASE + " characters")
                            .next(
                                    "Who has the file and the passphrase has everything: choose a long one and keep it elsewhere."));
        }
        RemovalGate.Pass pass = gate.enter();
        try {
            return putAside(passphrase, pass);
        } catch (RuntimeException e) {
            pass.end();
            throw e;
        }
    }

    @Override
    public boolean whileNoneIsTaken(Runnable removal) {
        return gate.alone(removal);
    }

    private Backup putAside(String passphrase, RemovalGate.Pass pass) {
        try {
            Path aside = Files.createTempDirectory(data, PUT_ASIDE);
            try {
                copyFiles(aside);
                DatabaseDump dump = DatabaseDump.take(database, machineTables(), aside);
                return new LiveBackup(aside, data, contents, manifest(dump), passphrase, pass);
            } catch (IOException | SQLException | RuntimeException e) {
                FileSystemUtils.deleteRecursively(aside);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be put aside in " + data, e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read", e);
        }
    }

    private void copyFiles(Path aside) throws IOException {
        for (String file :
                contents.stream().flatMap(each -> each.files().stream()).toList()) {
            Path source = data.resolve(file);
            if (Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(aside.resolve(LiveBackup.FILES));
                Files.copy(source, aside.resolve(LiveBackup.FILES).resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Set<String> machineTables() {
        return contents.stream().flatMap(each -> each.machineTables().stream()).collect(Collectors.toSet());
    }

    private Manifest manifest(DatabaseDump dump) {
        return new Manifest(
                Manifest.FORMAT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                organisation,
                dump.migrations(),
                dump.tables(),
                dump.sequences());
    }
}
