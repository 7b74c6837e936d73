package dev.slipway.changes.store;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Outcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between rows and records. */
final class ChangeRows {

    Change change(ResultSet row) throws SQLException {
        RepositoryRef repository = RepositoryRef.parse(row.getString("repository"));
        Timestamp settled = row.getTimestamp("settled_at");
        return new Change(
                request(row, repository),
                row.getTimestamp("submitted_at").toInstant(),
                outcome(row, repository),
                settled == null ? null : settled.toInstant());
    }

    private static ChangeRequest request(ResultSet row, RepositoryRef repository) throws SQLException {
        String service = row.getString("service");
        String environment = row.getString("environment");
        return new ChangeRequest(
                new ChangeId(row.getObject("id", UUID.class)),
                repository,
                row.getString("branch"),
                IntentJson.read(row.getString("intent")),
                row.getString("kind"),
                service == null ? null : new ServiceName(service),
                environment == null ? null : new EnvironmentName(environment),
                row.getString("title"),
                row.getString("body"),
                actor(row),
                List.of((String[]) row.getArray("approved_by").getArray()),
                ChangeRequest.Delivery.valueOf(row.getString("delivery")));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        String name = row.getString("actor_name");
        String account = row.getString("actor_account");
        return switch (row.getString("actor_type")) {
            case "Person" -> new Actor.Person(name);
            case "Token" -> new Actor.Token(name, account);
            default -> new Actor.Automation(name, account);
        };
    }

    static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed _ -> "COMMITTED";
            case Outcome.Proposed _ -> "PROPOSED";
            case Outcome.Conflict _ -> "CONFLICT";
            case Outcome.Refused _ -> "REFUSED";
        };
    }

    private static @Nullable Outcome outcome(ResultSet row, RepositoryRef repository) throws SQLException {
        return switch (row.getString("outcome")) {
            case null -> null;
            case "COMMITTED" -> new Outcome.Committed(new CommitId(row.getString("outcome_commit")));
            case "PROPOSED" -> new Outcome.Proposed(new PullRequestRef(repository, row.getInt("outcome_pull")));
            case "CONFLICT" -> new Outcome.Conflict(problems(row));
            default -> new Outcome.Refused(problems(row));
        };
    }

    private static List<Problem> problems(ResultSet row) throws SQLException {
        return JsonMapper.shared().readValue(row.getString("outcome_problems"), new TypeReference<List<Problem>>() {});
    }
}
