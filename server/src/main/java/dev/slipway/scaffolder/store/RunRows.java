package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolder.TemplateRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes values of rows. */
final class RunRows {

    private RunRows() {}

    /** What a template shows at the end, as it is stored. */
    record Output(List<TemplateRun.Link> links, List<TemplateRun.Text> texts) {
        private static final Output NONE = new Output(List.of(), List.of());
    }

    static TemplateRun run(ResultSet row, List<RunStep> steps) throws SQLException {
        String stored = row.getString("output");
        Output output = stored == null ? Output.NONE : Json.read(stored, Output.class);
        return new TemplateRun(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("template"),
                row.getString("title"),
                row.getString("commit"),
                row.getString("account"),
                Json.map(row.getString("parameters")),
                List.of(Json.read(row.getString("secret_names"), String[].class)),
                row.getInt("attempt"),
                RunStatus.valueOf(row.getString("status")),
                row.getString("failure"),
                steps,
                output.links(),
                output.texts(),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                instant(row, "heartbeat_at"));
    }

    static RunStep step(ResultSet row) throws SQLException {
        return new RunStep(
                row.getString("id"),
                row.getString("name"),
                row.getString("action"),
                RunStep.Status.valueOf(row.getString("status")),
                row.getString("detail"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
