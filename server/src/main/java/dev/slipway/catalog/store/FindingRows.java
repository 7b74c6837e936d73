package dev.slipway.catalog.store;

import dev.slipway.entities.EntityProblem;
import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with sources, and which entities they claim that others hold. */
@Repository
public class FindingRows {

    private final JdbcClient database;

    public FindingRows(JdbcClient database) {
        this.database = database;
    }

    /** A problem with the entity it belongs to, as far as that is known. */
    public record Problem(@Nullable EntityRef ref, EntityProblem problem) {}

    /** A document that claims an entity. */
    public record Claim(EntityRef ref, int line) {}

    /** Replaces all findings of a source. */
    public void replace(int source, List<Problem> problems, List<Claim> claims) {
        database.sql("delete from catalog_problems where source = ?")
                .param(source)
                .update();
        database.sql("delete from catalog_claims where source = ?")
                .param(source)
                .update();
        if (!problems.isEmpty()) {
            database.sql("""
                            insert into catalog_problems (source, line, col, ref, field, message, expected)
                            select ?, * from unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                            """)
                    .params(
                            source,
                            Columns.numbers(
                                    problems, each -> each.problem().place().line()),
                            Columns.numbers(
                                    problems, each -> each.problem().place().column()),
                            Columns.texts(problems, Problem::ref),
                            Columns.texts(problems, each -> each.problem().field()),
                            Columns.texts(problems, each -> each.problem().message()),
                            Columns.texts(problems, each -> each.problem().expected()))
                    .update();
        }
        if (!claims.isEmpty()) {
            database.sql("insert into catalog_claims (source, ref, line) select ?, * from unnest(?::text[], ?::int[])")
                    .params(
                            source,
                            Columns.texts(claims, claim -> Objects.requireNonNull(claim.ref())),
                            Columns.numbers(claims, Claim::line))
                    .update();
        }
    }
}
