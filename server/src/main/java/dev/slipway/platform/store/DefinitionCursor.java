package dev.slipway.platform.store;

import dev.slipway.kernel.CommitId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which commit's definition is in force, so that a restart on a broken commit still has the last good one. */
@Repository
public class DefinitionCursor {

    private final JdbcClient database;

    DefinitionCursor(JdbcClient database) {
        this.database = database;
    }

    public Optional<CommitId> inForce() {
        return database.sql("select in_force from platform_definition where in_force is not null")
                .query(String.class)
                .optional()
                .map(CommitId::new);
    }

    public void remember(@Nullable CommitId inForce, CommitId seen) {
        database.sql("""
                        insert into platform_definition (in_force, seen) values (:inForce, :seen)
                        on conflict (only_row) do update set in_force = :inForce, seen = :seen
                        """)
                .param("inForce", inForce == null ? null : inForce.value())
                .param("seen", seen.value())
                .update();
    }
}
