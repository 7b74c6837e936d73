package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who carries which run on: one process at a time. A process that is killed loses its runs after {@value #SECONDS} seconds; started
 * again it takes them up at once, since no two processes share a name. The database's clock counts.
 */
@Component
public class RunLeases {

    private static final int SECONDS = 30;

    private final JdbcClient jdbc;
    private final String runner;

    RunLeases(JdbcClient jdbc, @Value("${slipway.instance:slipway}") String runner) {
        this.jdbc = jdbc;
        this.runner = runner;
    }

    /** Returns whether the run is open, and this process's from now on. */
    public boolean take(RunId run) {
        return jdbc.sql("""
                                update scaffolder_runs set runner = ?, heartbeat_at = now()
                                where id = ? and ended_at is null
                                and (runner is null or runner = ? or heartbeat_at < now() - make_interval(secs => ?))
                                """).params(runner, run.value(), runner, SECONDS).update() == 1;
    }

    /** Keeps these; returns those that are another's by now. */
    public Set<RunId> keep(Collection<RunId> runs) {
        Set<RunId> lost = new HashSet<>(runs);
        jdbc.sql("""
                        update scaffolder_runs set heartbeat_at = now()
                        where id = any(?) and runner = ? and ended_at is null returning id
                        """)
                .params(runs.stream().map(RunId::value).toArray(UUID[]::new), runner)
                .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
                .list()
                .forEach(lost::remove);
        return lost;
    }

    public boolean holds(RunId run) {
        return jdbc.sql("select count(*) from scaffolder_runs where id = ? and runner = ?")
                        .params(run.value(), runner)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Anybody may carry it on. */
    public void give(RunId run) {
        jdbc.sql("update scaffolder_runs set runner = null where id = ? and runner = ?")
                .params(run.value(), runner)
                .update();
    }
}
