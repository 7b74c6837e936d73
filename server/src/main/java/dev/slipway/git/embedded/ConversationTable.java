package dev.slipway.git.embedded;

import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.HostedRelease;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said about pull requests, commits and tags. */
@Repository
class ConversationTable {

    private final JdbcClient database;

    ConversationTable(JdbcClient database) {
        this.database = database;
    }

    List<Comment> comments(PullRequestRef ref) {
        return database.sql("select * from git_comments where repository = ? and number = ? order by id")
                .params(ref.repository().toString(), ref.number())
                .query(ConversationTable::comment)
                .list();
    }

    Comment comment(PullRequestRef ref, @Nullable String marker, String markdown, String author, Instant now) {
        return database.sql("""
                        insert into git_comments (repository, number, author, marker, markdown, written_at, edited_at)
                        values (:repository, :number, :author, :marker, :markdown, :now, :now)
                        on conflict (repository, number, marker) do update set markdown = excluded.markdown,
                            edited_at = case when git_comments.markdown = excluded.markdown then git_comments.edited_at
                                else excluded.edited_at end
                        returning *
                        """)
                .param("repository", ref.repository().toString())
                .param("number", ref.number())
                .param("author", author)
                .param("marker", marker)
                .param("markdown", markdown)
                .param("now", Timestamp.from(now))
                .query(ConversationTable::comment)
                .single();
    }

    /** Whether it says something new. */
    boolean status(RepositoryRef repository, CommitId commit, CommitStatus status, Instant now) {
        return database.sql("""
                        insert into git_statuses (repository, commit_id, context, state, description, path, at)
                        values (:repository, :commit, :context, :state, :description, :path, :at)
                        on conflict (repository, commit_id, context) do update set state = excluded.state,
                            description = excluded.description, path = excluded.path, at = excluded.at
                        where (git_statuses.state, git_statuses.description, git_statuses.path)
                            is distinct from (excluded.state, excluded.description, excluded.path)
                        """)
                        .param("repository", repository.toString())
                        .param("commit", commit.value())
                        .param("context", status.context())
                        .param("state", status.state().name())
                        .param("description", status.description())
                        .param("path", status.path())
                        .param("at", Timestamp.from(now))
                        .update()
                > 0;
    }

    List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
        return database.sql("select * from git_statuses where repository = ? and commit_id = ? order by context")
                .params(repository.toString(), commit.value())
                .query((row, number) -> new CommitStatus(
                        row.getString("context"),
                        CommitStatus.State.valueOf(row.getString("state")),
                        row.getString("description"),
                        row.getString("path")))
                .list();
    }

    /** False when there is a release of this tag. */
    boolean release(RepositoryRef repository, HostedRelease release) {
        return database.sql("""
                        insert into git_releases (repository, tag, commit_id, title, notes, author, published_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                repository.toString(),
                                release.tag(),
                                release.commit().value(),
                                release.title(),
                                release.notes(),
                                release.author(),
                                Timestamp.from(release.publishedAt()))
                        .update()
                > 0;
    }

    List<HostedRelease> releases(RepositoryRef repository) {
        return database.sql("select * from git_releases where repository = ? order by published_at desc")
                .param(repository.toString())
                .query((row, number) -> new HostedRelease(
                        row.getString("tag"),
                        new CommitId(row.getString("commit_id")),
                        row.getString("title"),
                        row.getString("notes"),
                        row.getString("author"),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getString("author"),
                row.getString("markdown"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("edited_at").toInstant());
    }
}
