package dev.slipway.operations.backup;

import dev.slipway.operations.BackupException;
import dev.slipway.operations.archive.BackupFile;
import dev.slipway.operations.database.DatabaseRestore;
import dev.slipway.operations.database.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A backup that was found whole, to be put into an empty data directory and an empty database. */
public final class Restoration implements AutoCloseable {

    private final BackupFile backup;

    private Restoration(BackupFile backup) {
        this.backup = backup;
    }

    /**
     * Checks the whole file.
     *
     * @param workspace where the decrypted file may lie until this is closed
     * @throws BackupException when the file is no backup, the passphrase is another one, or the file is damaged
     */
    public static Restoration open(Path file, String passphrase, Path workspace) throws IOException {
        return new Restoration(BackupFile.open(file, passphrase, workspace));
    }

    /**
     * @param progress is told each phase that has ended
     * @throws BackupException when another version of Slipway made the backup, or the database is not empty
     */
    public void into(Path data, DataSource database, Consumer<String> progress) throws IOException, SQLException {
        Manifest manifest = backup.manifest();
        progress.accept("the backup of " + manifest.organisation() + " from " + manifest.at() + " is whole");
        restoreDatabase(database);
        progress.accept(manifest.tables().size() + " tables are restored");
        int files = backup.extractFiles(data);
        progress.accept(files + " files are restored");
    }

    @Override
    public void close() throws IOException {
        backup.close();
    }

    private void restoreDatabase(DataSource database) throws SQLException, IOException {
        DatabaseRestore.requireEmpty(database);
        var _ = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        try (Connection connection = database.getConnection()) {
            new DatabaseRestore(connection, backup.manifest()).from(backup::table);
        }
    }
}
