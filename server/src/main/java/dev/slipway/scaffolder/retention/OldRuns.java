package dev.slipway.scaffolder.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs that ended long ago; steps, logs and claims go with them. */
@Component
class OldRuns {

    private final JdbcClient jdbc;

    OldRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bytes of its log */
    record OldRun(UUID id, String template, long bytes) {
        @Override
        public String toString() {
            return "Run " + id + " of " + template;
        }
    }

    /** The longest ended first. */
    List<OldRun> endedBefore(Instant time, int most) {
        return jdbc.sql("""
                        select id, template,
                            (select coalesce(sum(octet_length(line)), 0) from scaffolder_log where run = id) as bytes
                        from scaffolder_runs where ended_at < ? order by ended_at limit ?
                        """)
                .params(Timestamp.from(time), most)
                .query((row, _) ->
                        new OldRun(row.getObject("id", UUID.class), row.getString("template"), row.getLong("bytes")))
                .list();
    }

    /** Returns those that are gone: one that was tried again meanwhile stays. */
    List<OldRun> remove(List<OldRun> runs, Instant endedBefore) {
        Set<UUID> gone =
                new HashSet<>(jdbc.sql("delete from scaffolder_runs where id = any(?) and ended_at < ? returning id")
                        .params(runs.stream().map(OldRun::id).toArray(UUID[]::new), Timestamp.from(endedBefore))
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list());
        return runs.stream().filter(run -> gone.contains(run.id())).toList();
    }

    /** Forgets where templates of no run lie. */
    void removePlaces(Instant keptBefore) {
        jdbc.sql("""
                        delete from scaffolder_template_places as place where kept_at < ? and not exists (
                            select 1 from scaffolder_runs where template = place.template and commit = place.commit)
                        """).param(Timestamp.from(keptBefore)).update();
    }
}
