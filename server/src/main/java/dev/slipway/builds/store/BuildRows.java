package dev.slipway.builds.store;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.Provenance;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads builds, and writes those that were recorded. */
@Repository
public class BuildRows {

    private final JdbcClient database;
    private final ShortMaps maps;

    public BuildRows(JdbcClient database, ShortMaps maps) {
        this.database = database;
        this.maps = maps;
    }

    public Optional<Build> find(BuildId id) {
        return database.sql("select * from builds_builds where id = ?")
                .param(id.value())
                .query(this::build)
                .optional();
    }

    /** Newest first. */
    public List<Build> of(RepositoryRef repository, int limit) {
        return database.sql("select * from builds_builds where repository = ? order by id desc limit ?")
                .params(repository.toString(), limit)
                .query(this::build)
                .list();
    }

    public Optional<Build> newest(RepositoryRef repository, CommitId commit) {
        return database.sql(
                        "select * from builds_builds where repository = ? and commit_id = ? order by id desc limit 1")
                .params(repository.toString(), commit.value())
                .query(this::build)
                .optional();
    }

    /** The builds with one of these statuses, oldest first. */
    public List<Build> with(BuildStatus status, int limit) {
        return database.sql("select * from builds_builds where status = ? order by id limit ?")
                .params(status.name(), limit)
                .query(this::build)
                .list();
    }

    /** The successful builds of these commits whose images are still stored, newest build first. */
    public List<Build> successful(RepositoryRef repository, Collection<CommitId> commits) {
        if (commits.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select * from builds_builds
                        where repository = :repository and status = 'SUCCEEDED' and images_removed_at is null
                            and commit_id in (:commits)
                        order by id desc
                        """)
                .param("repository", repository.toString())
                .param("commits", commits.stream().map(CommitId::value).toList())
                .query(this::build)
                .list();
    }

    /** Adds a successful build of another builder; empty when the same images of this commit are recorded already. */
    public Optional<Build> add(
            RepositoryRef repository,
            CommitId commit,
            String branch,
            Map<String, ImageDigest> images,
            Provenance provenance,
            Instant now) {
        return database.sql("""
                        insert into builds_builds (repository, commit_id, branch, status, images, builder, isolation,
                            details, queued_at, started_at, finished_at)
                        values (:repository, :commit, :branch, 'SUCCEEDED', :images::jsonb, :builder, :isolation,
                            :details::jsonb, :now, :now, :now)
                        on conflict do nothing
                        returning *
                        """)
                .param("repository", repository.toString())
                .param("commit", commit.value())
                .param("branch", branch)
                .param("images", maps.write(texts(images)))
                .param("builder", provenance.builder())
                .param("isolation", provenance.isolation())
                .param("details", maps.write(provenance.details()))
                .param("now", Timestamp.from(now))
                .query(this::build)
                .optional();
    }

    /** The build that has exactly these images of this commit. */
    public Optional<Build> same(RepositoryRef repository, CommitId commit, Map<String, ImageDigest> images) {
        return database.sql("""
                        select * from builds_builds where repository = ? and commit_id = ? and images = ?::jsonb
                            and status = 'SUCCEEDED' order by id limit 1
                        """)
                .params(repository.toString(), commit.value(), maps.write(texts(images)))
                .query(this::build)
                .optional();
    }

    /** Finished and unfinished builds whose newest status the Git host does not know yet. */
    public List<Build> unreported(int limit) {
        return database.sql("select * from builds_builds where reported is distinct from status order by id limit ?")
                .param(limit)
                .query(this::build)
                .list();
    }

    /** When the images of this build were removed. */
    public Optional<Instant> imagesRemovedAt(BuildId id) {
        return database.sql(
                        "select images_removed_at from builds_builds where id = ? and images_removed_at is not null")
                .param(id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public void reported(BuildId id, BuildStatus status) {
        database.sql("update builds_builds set reported = ? where id = ?")
                .params(status.name(), id.value())
                .update();
    }

    static Map<String, String> texts(Map<String, ImageDigest> images) {
        return images.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, image -> image.getValue().value()));
    }

    private Build build(ResultSet row, int number) throws SQLException {
        Map<String, ImageDigest> images = maps.read(row.getString("images")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, image -> new ImageDigest(image.getValue())));
        return new Build(
                new BuildId(row.getLong("id")),
                RepositoryRef.parse(row.getString("repository")),
                new CommitId(row.getString("commit_id")),
                row.getString("branch"),
                BuildStatus.valueOf(row.getString("status")),
                images,
                new Provenance(
                        row.getString("builder"), row.getString("isolation"), maps.read(row.getString("details"))),
                row.getString("failure"),
                row.getTimestamp("queued_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
