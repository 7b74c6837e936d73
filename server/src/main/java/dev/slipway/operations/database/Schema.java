package dev.slipway.operations.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What Slipway's tables are, as PostgreSQL's catalogue tells it. */
final class Schema {

    static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** Every table but Flyway's own, each after those that it refers to. */
    List<Manifest.Table> tables() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<String> row : rows("""
                select c.table_name, c.column_name
                  from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                 order by c.table_name, c.ordinal_position""")) {
            columns.computeIfAbsent(row.get(0), _ -> new ArrayList<>()).add(row.get(1));
        }
        columns.remove(HISTORY);
        return inOrder(columns.keySet()).stream()
                .map(name -> new Manifest.Table(name, columns.getOrDefault(name, List.of())))
                .toList();
    }

    private List<String> inOrder(Set<String> tables) throws SQLException {
        Map<String, Set<String>> needs = new HashMap<>();
        for (List<String> row : rows("""
                select conrelid::regclass::text, confrelid::regclass::text
                  from pg_constraint
                 where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid <> confrelid""")) {
            needs.computeIfAbsent(row.get(0), _ -> new HashSet<>()).add(row.get(1));
        }
        List<String> ordered = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(tables);
        int inVain = 0;
        while (!waiting.isEmpty()) {
            String table = waiting.pop();
            if (ordered.containsAll(needs.getOrDefault(table, Set.of()))) {
                ordered.add(table);
                inVain = 0;
            } else if (++inVain > waiting.size() + 1) {
                throw new IllegalStateException("Tables refer to one another in a circle: " + waiting);
            } else {
                waiting.addLast(table);
            }
        }
        return ordered;
    }

    /** The versions that were applied, ascending. */
    List<String> migrations() throws SQLException {
        return rows("select version from " + HISTORY + " where success and version is not null order by version")
                .stream()
                .map(List::getFirst)
                .toList();
    }

    /** Whether anything has been made in the schema. */
    boolean isEmpty() throws SQLException {
        return rows("select table_name from information_schema.tables where table_schema = current_schema() limit 1")
                .isEmpty();
    }

    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        for (List<String> row : rows("""
                select sequencename, last_value::text from pg_sequences
                 where schemaname = current_schema() and last_value is not null""")) {
            values.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return values;
    }

    /** A table with its columns as {@code COPY} wants them. */
    static String columns(Manifest.Table table) {
        return quoted(table.name())
                + table.columns().stream().map(Schema::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
