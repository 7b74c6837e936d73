package dev.slipway.git.embedded;

import dev.slipway.git.NewReview;
import dev.slipway.git.Review;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews of pull requests; none is ever changed. */
@Repository
class ReviewTable {

    private final JdbcClient database;

    ReviewTable(JdbcClient database) {
        this.database = database;
    }

    List<Review> all(PullRequestRef ref) {
        return database.sql("select * from git_reviews where repository = ? and number = ? order by id")
                .params(ref.repository().toString(), ref.number())
                .query(ReviewTable::review)
                .list();
    }

    Review add(PullRequestRef ref, NewReview review, String author, Instant now) {
        return database.sql("""
                        insert into git_reviews (repository, number, author, verdict, commit_id, markdown, written_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .params(
                        ref.repository().toString(),
                        ref.number(),
                        author,
                        review.verdict().name(),
                        review.commit().value(),
                        review.markdown(),
                        Timestamp.from(now))
                .query(ReviewTable::review)
                .single();
    }

    /** Of each reviewer the newest that decides something, by number, oldest first. */
    Map<Integer, List<Review>> standing(RepositoryRef repository, List<Integer> numbers) {
        Map<Integer, List<Review>> reviews = new HashMap<>();
        database.sql("""
                        select * from (
                            select distinct on (number, author) * from git_reviews
                            where repository = ? and number = any (?) and verdict <> 'COMMENTED'
                            order by number, author, id desc
                        ) newest order by id
                        """)
                .params(repository.toString(), numbers.toArray(Integer[]::new))
                .query(row -> {
                    reviews.computeIfAbsent(row.getInt("number"), _ -> new ArrayList<>())
                            .add(review(row, 0));
                });
        return reviews;
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getString("author"),
                Review.Verdict.valueOf(row.getString("verdict")),
                new CommitId(row.getString("commit_id")),
                row.getString("markdown"),
                row.getTimestamp("written_at").toInstant());
    }
}
