package dev.slipway.changes.store;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Outcome;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of changes. */
@Repository
public class ChangeStore {

    private final JdbcClient database;
    private final ChangeRows rows = new ChangeRows();

    ChangeStore(JdbcClient database) {
        this.database = database;
    }

    /** A change that the writer still has to deal with; its base is null until the writer has looked at the branch. */
    public record Pending(ChangeRequest request, @Nullable CommitId base, Optional<Outcome.Proposed> proposed) {}

    /** A branch with work to do. */
    public record Branch(RepositoryRef repository, String name) {}

    /** False when this id was submitted before. */
    public boolean add(ChangeRequest request, Instant now) {
        return database.sql("""
                        insert into changes_changes (id, repository, branch, intent, kind, service, environment, title, body,
                            actor_type, actor_name, actor_account, approved_by, delivery, submitted_at)
                        values (:id, :repository, :branch, :intent::jsonb, :kind, :service, :environment, :title, :body,
                            :actorType, :actorName, :actorAccount, :approvedBy, :delivery, :now)
                        on conflict (id) do nothing
                        """)
                        .param("id", request.id().value())
                        .param("repository", request.repository().toString())
                        .param("branch", request.branch())
                        .param("intent", IntentJson.write(request.intent()))
                        .param("kind", request.kind())
                        .param(
                                "service",
                                request.service() == null
                                        ? null
                                        : request.service().value())
                        .param(
                                "environment",
                                request.environment() == null
                                        ? null
                                        : request.environment().value())
                        .param("title", request.title())
                        .param("body", request.body())
                        .param("actorType", request.actor().getClass().getSimpleName())
                        .param("actorName", request.actor().name())
                        .param("actorAccount", request.actor().account())
                        .param("approvedBy", request.approvedBy().toArray(String[]::new))
                        .param("delivery", request.delivery().name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public List<Branch> branchesWithWork() {
        return database.sql("""
                        select distinct repository, branch from changes_changes where outcome is null or outcome = 'PROPOSED'
                        """)
                .query((row, number) -> new Branch(RepositoryRef.parse(row.getString(1)), row.getString(2)))
                .list();
    }

    /** In the order of their submission. */
    public List<Pending> pending(Branch branch) {
        return database.sql("""
                        select * from changes_changes
                        where repository = ? and branch = ? and (outcome is null or outcome = 'PROPOSED') order by position
                        """)
                .params(branch.repository().toString(), branch.name())
                .query((row, number) -> {
                    Change change = rows.change(row);
                    String base = row.getString("base");
                    return new Pending(
                            change.request(),
                            base == null ? null : new CommitId(base),
                            change.outcome() instanceof Outcome.Proposed proposed
                                    ? Optional.of(proposed)
                                    : Optional.empty());
                })
                .list();
    }

    /** Remembers where the branch stood before anything was written; the first word counts. */
    public void begin(ChangeId id, CommitId base) {
        database.sql("update changes_changes set base = ? where id = ? and base is null")
                .params(base.value(), id.value())
                .update();
    }

    public void settle(ChangeId id, Outcome outcome, Instant now) {
        database.sql("""
                        update changes_changes set outcome = :outcome, outcome_commit = :commit, outcome_pull = :pull,
                            outcome_problems = :problems::jsonb, settled_at = :settled
                        where id = :id and (outcome is null or outcome = 'PROPOSED')
                        """)
                .param("outcome", ChangeRows.name(outcome))
                .param(
                        "commit",
                        outcome instanceof Outcome.Committed committed
                                ? committed.commit().value()
                                : null)
                .param(
                        "pull",
                        outcome instanceof Outcome.Proposed proposed
                                ? proposed.pullRequest().number()
                                : null)
                .param("problems", problems(outcome))
                .param("settled", outcome instanceof Outcome.Proposed ? null : Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    private static @Nullable String problems(Outcome outcome) {
        List<Problem> problems = switch (outcome) {
            case Outcome.Conflict conflict -> conflict.problems();
            case Outcome.Refused refused -> refused.problems();
            case Outcome.Committed _, Outcome.Proposed _ -> List.of();
        };
        return problems.isEmpty() ? null : JsonMapper.shared().writeValueAsString(problems);
    }

    public Optional<Change> find(ChangeId id) {
        return database.sql("select * from changes_changes where id = ?")
                .param(id.value())
                .query((row, number) -> rows.change(row))
                .optional();
    }

    public List<Change> newest(RepositoryRef repository, String branch, int limit) {
        return database.sql(
                        "select * from changes_changes where repository = ? and branch = ? order by position desc limit ?")
                .params(repository.toString(), branch, limit)
                .query((row, number) -> rows.change(row))
                .list();
    }
}
