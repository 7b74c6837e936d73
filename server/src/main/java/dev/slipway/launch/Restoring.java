package dev.slipway.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Opens backups. */
@FunctionalInterface
public interface Restoring {

    /** @param workspace where something may lie until the backup is closed */
    Opened open(Path backup, String passphrase, Path workspace) throws IOException;

    /** A backup that was found whole. */
    interface Opened extends AutoCloseable {

        /**
         * Fills an empty data directory and an empty database.
         *
         * @param progress is told each phase that has ended
         */
        void into(Path data, DataSource database, Consumer<String> progress) throws IOException, SQLException;

        @Override
        void close() throws IOException;
    }
}
