package dev.slipway.operations.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** All rows as of one moment, in a file per table. */
public final class DatabaseDump {

    private final List<Manifest.Table> tables;
    private final List<String> migrations;
    private final Map<String, Long> sequences;

    private DatabaseDump(List<Manifest.Table> tables, List<String> migrations, Map<String, Long> sequences) {
        this.tables = tables;
        this.migrations = migrations;
        this.sequences = sequences;
    }

    /**
     * Reads in one transaction that sees one moment.
     *
     * @param skipped tables whose rows are not wanted
     * @param folder gets a file per table, named like it
     */
    public static DatabaseDump take(DataSource database, Set<String> skipped, Path folder)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                DatabaseDump dump = describe(connection, skipped);
                dump.copy(connection.unwrap(PGConnection.class).getCopyAPI(), folder);
                return dump;
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private static DatabaseDump describe(Connection connection, Set<String> skipped) throws SQLException {
        Schema schema = new Schema(connection);
        List<Manifest.Table> tables = schema.tables().stream()
                .filter(table -> !skipped.contains(table.name()))
                .collect(Collectors.toList());
        return new DatabaseDump(tables, schema.migrations(), schema.sequences());
    }

    private void copy(CopyManager copying, Path folder) throws SQLException, IOException {
        for (Manifest.Table table : tables) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(table.name()))) {
                copying.copyOut("copy " + Schema.columns(table) + " to stdout", out);
            }
        }
    }

    public List<Manifest.Table> tables() {
        return tables;
    }

    public List<String> migrations() {
        return migrations;
    }

    public Map<String, Long> sequences() {
        return sequences;
    }
}
