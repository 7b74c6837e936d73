package dev.slipway.builds.retention;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and removes the rows of builds and images. */
@Repository
public class RetentionRows {

    private final JdbcClient database;

    RetentionRows(JdbcClient database) {
        this.database = database;
    }

    List<RepositoryRef> repositories() {
        return database
                .sql("select distinct repository from builds_builds order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(RepositoryRef::parse)
                .toList();
    }

    List<BuildFact> builds(RepositoryRef repository) {
        return database.sql("""
                        select id, commit_id, status, finished_at, images_removed_at is not null as bare,
                            array(select value from jsonb_each_text(images)) as digests
                        from builds_builds where repository = ? order by id
                        """)
                .param(repository.toString())
                .query(RetentionRows::build)
                .list();
    }

    private static BuildFact build(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        boolean succeeded = row.getString("status").equals("SUCCEEDED") && !row.getBoolean("bare");
        return new BuildFact(
                new BuildId(row.getLong("id")),
                new CommitId(row.getString("commit_id")),
                finished == null ? null : finished.toInstant(),
                succeeded,
                succeeded ? digests(row.getArray("digests")) : Set.of());
    }

    private static Set<ImageDigest> digests(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(digest -> new ImageDigest((String) digest))
                .collect(Collectors.toSet());
    }

    /** Removes those that still ended before; one that somebody runs again meanwhile stays. Returns what went. */
    List<BuildId> removeBuilds(Collection<BuildId> builds, Instant cutoff) {
        return database.sql("""
                        delete from builds_builds where id = any(?) and finished_at < ?
                            and status not in ('QUEUED', 'RUNNING') returning id
                        """).params(numbers(builds), Timestamp.from(cutoff)).query(Long.class).list().stream()
                .map(BuildId::new)
                .toList();
    }

    /** Those of these numbers that are a build's. */
    Set<Long> existing(Collection<Long> numbers) {
        return new HashSet<>(database.sql("select id from builds_builds where id = any(?)")
                .param(numbers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    private static Long[] numbers(Collection<BuildId> builds) {
        return builds.stream().map(BuildId::value).toArray(Long[]::new);
    }

    List<ImageFact> images() {
        return database.sql(
                        "select name, digest, greatest(stored_at, used_at) as needed_at from builds_images order by name, digest")
                .query((row, _) -> new ImageFact(
                        row.getString(1),
                        new ImageDigest(row.getString(2)),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /**
     * Notes that these are needed now, and removes those of the others that are in the second list and still have not been
     * needed since the cutoff: whoever marks an image in this moment either comes first, or finds it gone. Returns what went.
     */
    @Transactional
    public List<ImageDigest> removeImages(
            Set<ImageDigest> needed, List<ImageFact> removable, Instant cutoff, Instant now) {
        database.sql("update builds_images set used_at = ? where digest = any(?)")
                .params(Timestamp.from(now), texts(needed))
                .update();
        List<ImageDigest> removed = database
                .sql("""
                        delete from builds_images where digest = any(?) and greatest(stored_at, used_at) < ? returning digest
                        """)
                .params(texts(removable.stream().map(ImageFact::digest).toList()), Timestamp.from(cutoff))
                .query(String.class)
                .list()
                .stream()
                .map(ImageDigest::new)
                .toList();
        database.sql("""
                        update builds_builds set images_removed_at = ?
                        where status = 'SUCCEEDED' and images_removed_at is null and exists (
                            select from jsonb_each_text(images) image where image.value = any(?)
                            and not exists (select from builds_images stored where stored.digest = image.value))
                        """).params(Timestamp.from(now), texts(removed)).update();
        return removed;
    }

    private static String[] texts(Collection<ImageDigest> digests) {
        return digests.stream().map(ImageDigest::value).toArray(String[]::new);
    }
}
