package dev.slipway.builds.store;

import dev.slipway.builds.BuildId;
import dev.slipway.builds.Provenance;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The life of local builds. Each method changes the row only from the status that it expects, so that repeating it does nothing. */
@Repository
public class QueueRows {

    private final JdbcClient database;
    private final ShortMaps maps;

    public QueueRows(JdbcClient database, ShortMaps maps) {
        this.database = database;
        this.maps = maps;
    }

    /** Queues the commit unless it was built, or is to be built, here already; again when its image was removed since. */
    public boolean queue(RepositoryRef repository, CommitId commit, String branch, String isolation, Instant now) {
        return database.sql("""
                                insert into builds_builds (repository, commit_id, branch, status, builder, isolation, queued_at)
                                values (?, ?, ?, 'QUEUED', 'local', ?, ?)
                                on conflict (repository, commit_id) where builder = 'local' do update
                                set status = 'QUEUED', attempts = 0, images = '{}', images_removed_at = null,
                                    queued_at = excluded.queued_at, started_at = null, finished_at = null
                                where builds_builds.images_removed_at is not null
                                """)
                        .params(repository.toString(), commit.value(), branch, isolation, Timestamp.from(now))
                        .update()
                > 0;
    }

    public boolean start(BuildId id, Instant now) {
        return changed("""
                        update builds_builds set status = 'RUNNING', attempts = attempts + 1, started_at = ?
                        where id = ? and status = 'QUEUED'
                        """, Timestamp.from(now), id.value());
    }

    public boolean succeed(BuildId id, Map<String, ImageDigest> images, Provenance provenance, Instant now) {
        return changed(
                """
                        update builds_builds set status = 'SUCCEEDED', images = ?::jsonb, isolation = ?, details = ?::jsonb,
                            failure = null, finished_at = ?
                        where id = ? and status = 'RUNNING'
                        """,
                maps.write(BuildRows.texts(images)),
                provenance.isolation(),
                maps.write(provenance.details()),
                Timestamp.from(now),
                id.value());
    }

    public boolean fail(BuildId id, String failure, Instant now) {
        return changed("""
                        update builds_builds set status = 'FAILED', failure = ?, finished_at = ?
                        where id = ? and status in ('QUEUED', 'RUNNING')
                        """, failure, Timestamp.from(now), id.value());
    }

    public boolean cancel(BuildId id, String reason, Instant now) {
        return changed("""
                        update builds_builds set status = 'CANCELLED', failure = ?, finished_at = ?
                        where id = ? and status in ('QUEUED', 'RUNNING')
                        """, reason, Timestamp.from(now), id.value());
    }

    /** Queues again what was interrupted. */
    public boolean requeue(BuildId id) {
        database.sql("delete from builds_steps where build = ?")
                .param(id.value())
                .update();
        return changed(
                "update builds_builds set status = 'QUEUED', started_at = null where id = ? and status = 'RUNNING'",
                id.value());
    }

    /** Queues a build that failed, was cancelled, or has lost its image once more, because somebody asks for it. */
    public boolean retry(BuildId id, Instant now) {
        boolean again = changed("""
                        update builds_builds set status = 'QUEUED', attempts = 0, failure = null, queued_at = ?,
                            started_at = null, finished_at = null, images = '{}', images_removed_at = null
                        where id = ? and (status in ('FAILED', 'CANCELLED') or images_removed_at is not null)
                            and builder = 'local'
                        """, Timestamp.from(now), id.value());
        if (again) {
            database.sql("delete from builds_steps where build = ?")
                    .param(id.value())
                    .update();
        }
        return again;
    }

    public int attempts(BuildId id) {
        return database.sql("select attempts from builds_builds where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Remembers a process, so that it can be ended even after this one was killed. */
    public void processStarted(BuildId id, long pid, long startedMillis) {
        database.sql(
                        "insert into builds_processes (build, pid, started_millis) values (?, ?, ?) on conflict do nothing")
                .params(id.value(), pid, startedMillis)
                .update();
    }

    public List<RecordedProcess> processes(BuildId id) {
        return database.sql("select pid, started_millis from builds_processes where build = ?")
                .param(id.value())
                .query((row, number) -> new RecordedProcess(row.getLong(1), row.getLong(2)))
                .list();
    }

    public void processesEnded(BuildId id) {
        database.sql("delete from builds_processes where build = ?")
                .param(id.value())
                .update();
    }

    private boolean changed(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).update() > 0;
    }
}
