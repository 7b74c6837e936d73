package dev.slipway.previews.store;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * From a row to a preview.
 *
 * @param port of the front listener
 */
record PreviewMapper(int port) implements RowMapper<PreviewRow> {

    @Override
    public PreviewRow mapRow(ResultSet row, int number) throws SQLException {
        return new PreviewRow(preview(row), commit(row, "ended_head"), time(row, "deployed_at"), row.getString("told"));
    }

    private Preview preview(ResultSet row) throws SQLException {
        RepositoryRef repository = RepositoryRef.parse(row.getString("repository"));
        CommitId shown = commit(row, "shown");
        String failed = row.getString("failed");
        return new Preview(
                new PullRequestRef(repository, row.getInt("number")),
                new ServiceName(row.getString("service")),
                new TeamName(row.getString("team")),
                row.getString("title"),
                row.getString("author"),
                new CommitId(row.getString("head")),
                shown == null ? null : new Release(repository, shown, ImageLines.parse(row.getString("images"))),
                PreviewState.valueOf(row.getString("state")),
                failed == null ? null : PreviewStep.valueOf(failed),
                row.getString("message"),
                row.getString("log").lines().toList(),
                row.getString("host"),
                port,
                row.getString("namespace"),
                row.getBoolean("kept"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("active_at").toInstant(),
                time(row, "expires_at"),
                time(row, "answered_at"));
    }

    private static @Nullable CommitId commit(ResultSet row, String column) throws SQLException {
        String commit = row.getString(column);
        return commit == null ? null : new CommitId(commit);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
