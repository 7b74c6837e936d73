package dev.slipway.operations;

import java.io.IOException;
import java.io.OutputStream;

/** Backups of this installation while it runs. */
public interface Backups {

    /** The shortest passphrase that is taken, in characters. */
    int SHORTEST_PASSPHRASE = 12;

    /**
     * Reads the database as of one moment, which waits for a removal that is under way.
     *
     * @throws BackupException when the passphrase is too short
     */
    Backup begin(String passphrase);

    /**
     * Removes files whose rows have gone, while no backup is being taken: that has read the rows already, and would miss them.
     *
     * @return false when one is being taken, and nothing was done
     */
    boolean whileNoneIsTaken(Runnable removal);

    /** One backup, to be written once and closed. */
    interface Backup extends AutoCloseable {

        /** Writes the encrypted archive and removes what was put aside for it; also when writing fails. */
        void writeTo(OutputStream out) throws IOException;

        /** Removes what was put aside, if it is still there. */
        @Override
        void close() throws IOException;
    }
}
