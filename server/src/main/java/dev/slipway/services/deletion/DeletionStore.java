package dev.slipway.services.deletion;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.Deletion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of deletions: one per service's name, for the newest of that name. */
@Repository
class DeletionStore {

    private final JdbcClient database;

    DeletionStore(JdbcClient database) {
        this.database = database;
    }

    /** The ids of both commits are chosen here, before anything is written, so that no crash can write one twice. */
    void begin(RegisteredService service, String account, Instant now) {
        database.sql("""
                        insert into services_deletions (service, team, repository, requested_by, state, message,
                            marking_change, removal_change, requested_at)
                        values (:service, :team, :repository, :by, 'MARKING', '', :marking, :removal, :now)
                        on conflict (service) do update set team = excluded.team, repository = excluded.repository,
                            requested_by = excluded.requested_by, state = 'MARKING', message = '',
                            marking_change = excluded.marking_change, removal_change = excluded.removal_change,
                            requested_at = excluded.requested_at, finished_at = null
                        where services_deletions.state in ('SUCCEEDED', 'FAILED')
                        """)
                .param("service", service.name().value())
                .param("team", service.team().value())
                .param("repository", service.repository().toString())
                .param("by", account)
                .param("marking", UUID.randomUUID())
                .param("removal", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Deletion> find(ServiceName service) {
        return database.sql("select * from services_deletions where service = ?")
                .param(service.value())
                .query(DeletionStore::deletion)
                .optional();
    }

    List<Deletion> open() {
        return database.sql(
                        "select * from services_deletions where state not in ('SUCCEEDED', 'FAILED') order by requested_at")
                .query(DeletionStore::deletion)
                .list();
    }

    /** Whether this is the change that a deletion writes now. */
    boolean writes(ChangeId change) {
        return database.sql("""
                        select count(*) from services_deletions
                        where marking_change = :id and state = 'MARKING' or removal_change = :id and state = 'REMOVING'
                        """)
                        .param("id", change.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Moves on from the state that it was thought to be in; false when it no longer is. */
    boolean move(Deletion deletion, Deletion.State to, String message, Instant now) {
        return database.sql("""
                        update services_deletions set state = :to, message = :message,
                            finished_at = case when :ended then cast(:now as timestamptz) else null end
                        where service = :service and state = :from
                        """)
                        .param("to", to.name())
                        .param("message", message)
                        .param("ended", to.ended())
                        .param("now", Timestamp.from(now))
                        .param("service", deletion.service().value())
                        .param("from", deletion.state().name())
                        .update()
                == 1;
    }

    /** What it waits for; true when that is news. */
    boolean remark(Deletion deletion, String message) {
        return database.sql(
                                "update services_deletions set message = :message where service = :service and message <> :message")
                        .param("message", message)
                        .param("service", deletion.service().value())
                        .update()
                == 1;
    }

    private static Deletion deletion(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Deletion(
                new ServiceName(row.getString("service")),
                new TeamName(row.getString("team")),
                RepositoryRef.parse(row.getString("repository")),
                row.getString("requested_by"),
                Deletion.State.valueOf(row.getString("state")),
                row.getString("message"),
                new ChangeId(row.getObject("marking_change", UUID.class)),
                new ChangeId(row.getObject("removal_change", UUID.class)),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
