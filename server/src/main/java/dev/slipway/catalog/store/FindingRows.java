package dev.slipway.catalog.store;

import dev.slipway.entities.EntityProblem;
import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.function.Function;
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

    /** All that was found in a source. */
    public record SourceFindings(int source, List<Problem> problems, List<Claim> claims) {

        /** Whether it is known of an entity that it has a problem. */
        boolean concernEntities() {
            return problems.stream().anyMatch(problem -> problem.ref() != null);
        }
    }

    /** Replaces all findings of these sources. */
    public void replace(List<SourceFindings> findings) {
        Integer[] sources = Columns.numbers(findings, SourceFindings::source);
        database.sql("delete from catalog_problems where source = any (?)")
                .param(sources)
                .update();
        database.sql("delete from catalog_claims where source = any (?)")
                .param(sources)
                .update();
        addProblems(rows(findings, SourceFindings::problems));
        mark(
                sources,
                Columns.numbers(
                        findings.stream()
                                .filter(SourceFindings::concernEntities)
                                .toList(),
                        SourceFindings::source));
        addClaims(rows(findings, SourceFindings::claims));
    }

    private void mark(Integer[] sources, Integer[] wrong) {
        database.sql(
                        "update catalog_sources set problems = not problems where id = any (?) and problems <> (id = any (?))")
                .params(sources, wrong)
                .update();
    }

    /** A finding with the source it was made in. */
    private record Row<T>(int source, T finding) {}

    private static <T> List<Row<T>> rows(List<SourceFindings> findings, Function<SourceFindings, List<T>> some) {
        return findings.stream()
                .flatMap(of -> some.apply(of).stream().map(finding -> new Row<>(of.source(), finding)))
                .toList();
    }

    private void addProblems(List<Row<Problem>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into catalog_problems (source, line, col, ref, field, message, expected)
                        select * from unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                        """)
                .params(
                        Columns.numbers(rows, Row::source),
                        Columns.numbers(
                                rows, row -> row.finding().problem().place().line()),
                        Columns.numbers(
                                rows, row -> row.finding().problem().place().column()),
                        Columns.texts(rows, row -> row.finding().ref()),
                        Columns.texts(rows, row -> row.finding().problem().field()),
                        Columns.texts(rows, row -> row.finding().problem().message()),
                        Columns.texts(rows, row -> row.finding().problem().expected()))
                .update();
    }

    private void addClaims(List<Row<Claim>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into catalog_claims (source, ref, line) select * from unnest(?::int[], ?::text[], ?::int[])
                        """)
                .params(
                        Columns.numbers(rows, Row::source),
                        Columns.texts(rows, row -> row.finding().ref()),
                        Columns.numbers(rows, row -> row.finding().line()))
                .update();
    }
}
