package dev.slipway.operations.database;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.operations.BackupException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Puts the rows of a backup into a database that has its tables and nothing else. */
public final class DatabaseRestore {

    /** Gives the rows of a table. */
    @FunctionalInterface
    public interface Rows {
        InputStream of(String table) throws IOException;
    }

    private final Connection connection;
    private final Manifest manifest;

    public DatabaseRestore(Connection connection, Manifest manifest) {
        this.connection = connection;
        this.manifest = manifest;
    }

    /** Never over what somebody has. */
    public static void requireEmpty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!new Schema(connection).isEmpty()) {
                throw new BackupException(
                        ProblemCode.CONFLICT,
                        Problem.of("The database is not empty.")
                                .next("Restore into another data directory or database."));
            }
        }
    }

    /** All tables or none. */
    public void from(Rows rows) throws SQLException, IOException {
        requireSameMigrations();
        connection.setAutoCommit(false);
        try {
            empty();
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Manifest.Table table : manifest.tables()) {
                try (InputStream in = rows.of(table.name())) {
                    copying.copyIn("copy " + Schema.columns(table) + " from stdin", in);
                }
            }
            setSequences();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void requireSameMigrations() throws SQLException {
        List<String> here = new Schema(connection).migrations();
        if (!here.equals(manifest.migrations())) {
            throw new BackupException(
                    ProblemCode.INVALID,
                    Problem.of("The backup's tables are those of migration "
                                    + manifest.migrations().getLast() + " ("
                                    + manifest.migrations().size() + "), this Slipway's those of " + here.getLast()
                                    + " (" + here.size() + ").")
                            .next(
                                    "Restore with the version of Slipway that made the backup, then start the newer one on it."));
        }
    }

    /** Migrations may have put rows into their tables; one that holds none may refuse to be emptied. */
    private void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Table table : new Schema(connection).tables().reversed()) {
                String name = Schema.quoted(table.name());
                statement.execute("do $$ begin if exists (select from " + name + ") then delete from " + name
                        + "; end if; end $$");
            }
        }
    }

    private void setSequences() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> each : manifest.sequences().entrySet()) {
                statement.setString(1, Schema.quoted(each.getKey()));
                statement.setLong(2, each.getValue());
                statement.execute();
            }
        }
    }
}
