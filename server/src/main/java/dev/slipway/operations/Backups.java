package dev.slipway.operations;

import java.io.IOException;
import java.io.OutputStream;

/** Backups of this installation while it runs. */
public interface Backups {

    /** The shortest passphrase that is taken, in characters. */
    int SHORTEST_PASSPHRASE = 12;

    /**
     * Reads the database as of one moment.
     *
     * @throws BackupException when the passphrase is too short
     */
    Backup begin(String passphrase);

    /** One backup, to be written once. */
    interface Backup {

        /** Writes the encrypted archive and removes what was put aside for it; also when writing fails. */
        void writeTo(OutputStream out) throws IOException;
    }
}
