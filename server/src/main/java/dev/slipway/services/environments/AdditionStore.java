package dev.slipway.services.environments;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.EnvironmentAddition.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of additions, each known by the change of its overlay. */
@Repository
class AdditionStore {

    private final JdbcClient database;

    AdditionStore(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one goes on already */
    void add(EnvironmentAddition addition) {
        database.sql("""
                        insert into services_environments (overlay, declaration, service, environment, replicas, requested_by, state,
                            requested_at)
                        values (:overlay, :declaration, :service, :environment, :replicas, :by, :state, :now)
                        """)
                .param("overlay", addition.overlay().value())
                .param("declaration", addition.declaration().value())
                .param("service", addition.service().value())
                .param("environment", addition.environment().value())
                .param("replicas", addition.replicas())
                .param("by", addition.requestedBy())
                .param("state", addition.state().name())
                .param("now", Timestamp.from(addition.requestedAt()))
                .update();
    }

    Optional<EnvironmentAddition> find(ServiceName service, EnvironmentName environment) {
        return database.sql("""
                        select * from services_environments where service = ? and environment = ?
                        order by requested_at desc limit 1
                        """)
                .params(service.value(), environment.value())
                .query(AdditionStore::addition)
                .optional();
    }

    Optional<EnvironmentAddition> find(ChangeId overlay) {
        return database.sql("select * from services_environments where overlay = ?")
                .param(overlay.value())
                .query(AdditionStore::addition)
                .optional();
    }

    List<EnvironmentAddition> open() {
        return database.sql("select * from services_environments where finished_at is null order by requested_at")
                .query(AdditionStore::addition)
                .list();
    }

    /** Moves on from the state that it was thought to be in; false when it no longer is. */
    boolean move(EnvironmentAddition addition, State to, String message, Instant now) {
        return database.sql("""
                        update services_environments set state = :to, message = :message,
                            finished_at = case when :ended then cast(:now as timestamptz) else null end
                        where overlay = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("message", message)
                        .param("ended", to.ended())
                        .param("now", Timestamp.from(now))
                        .param("id", addition.overlay().value())
                        .param("from", addition.state().name())
                        .update()
                == 1;
    }

    /** What it waits for; nothing is written when that is known. */
    void remark(EnvironmentAddition addition, String message, @Nullable PullRequestRef pullRequest) {
        database.sql("""
                        update services_environments set message = :message, pull_request = coalesce(:pull, pull_request)
                        where overlay = :id
                            and (message, pull_request) is distinct from (:message, coalesce(:pull, pull_request))
                        """)
                .param("message", message)
                .param("pull", pullRequest == null ? null : pullRequest.toString())
                .param("id", addition.overlay().value())
                .update();
    }

    private static EnvironmentAddition addition(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new EnvironmentAddition(
                new ServiceName(row.getString("service")),
                new EnvironmentName(row.getString("environment")),
                row.getInt("replicas"),
                row.getString("requested_by"),
                new ChangeId(row.getObject("overlay", UUID.class)),
                new ChangeId(row.getObject("declaration", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getString("message"),
                pull(row.getString("pull_request")),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static @Nullable PullRequestRef pull(@Nullable String text) {
        return text == null ? null : PullRequestRef.parse(text);
    }
}
