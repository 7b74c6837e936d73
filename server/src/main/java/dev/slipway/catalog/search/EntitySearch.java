package dev.slipway.catalog.search;

import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.Position;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the numbers of entities. */
@Component
public class EntitySearch {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient database;
    private final FullText fullText;
    private final TransactionOperations transactions;

    EntitySearch(JdbcClient database, FullText fullText, TransactionOperations transactions) {
        this.database = database;
        this.fullText = fullText;
        this.transactions = transactions;
    }

    /** Which entities a query has, in its order, as SQL that answers their numbers. */
    Sql ids(EntityQuery query) {
        return found(query, ordering(query)).within("select id from ").then(Sql.of(" found"));
    }

    /** As {@link #ids}, or backwards where the query is, with {@code keys}: the values that {@link Position} keeps. */
    Sql places(EntityQuery query) {
        Ordering ordering = ordering(query);
        return found(query, ordering)
                .within("select id, row_number() over () as place, " + ordering.values() + " as keys from ")
                .then(Sql.of(" found"));
    }

    private Sql found(EntityQuery query, Ordering ordering) {
        Position from = Objects.requireNonNullElse(query.from(), Position.end(false));
        Sql condition = condition(query);
        return Sql.of("select e.id")
                .then(ordering.columns())
                .then(Sql.of(" from catalog_entities e where "))
                .then(from.atEnd() ? condition : condition.and(ordering.beyond(from)))
                .then(Sql.of(" order by " + ordering.by(from.backwards()) + " limit " + query.limit() + " offset "
                        + query.offset()));
    }

    int count(EntityQuery query) {
        Sql condition = condition(query);
        return database.sql("select count(*) from catalog_entities e where " + condition.text())
                .params(condition.parameters())
                .query(Integer.class)
                .single();
    }

    /** Asks so that words count as alike that a letter or two tell apart: a setting of the transaction. */
    <T> T forgiving(EntityQuery query, Supplier<T> question) {
        return query.term() == null
                ? question.get()
                : Objects.requireNonNull(transactions.execute(status -> {
                    database.sql("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)")
                            .query(String.class)
                            .single();
                    return question.get();
                }));
    }

    Sql condition(EntityQuery query) {
        Sql condition = Filters.of(query.filter());
        if (query.term() == null || query.term().isBlank()) {
            return condition;
        }
        return condition.and(
                query.termFields().isEmpty()
                        ? words(condition, query.term())
                        : FullText.contains(query.term(), query.termFields()));
    }

    /** What was meant is looked for only when nothing is what was typed. */
    private Sql words(Sql condition, String term) {
        Sql exact = fullText.exact(term).orElse(Sql.of("true"));
        return fullText.similar(term)
                .filter(similar -> !any(condition.and(exact)))
                .orElse(exact);
    }

    private boolean any(Sql condition) {
        return database.sql("select exists (select from catalog_entities e where " + condition.text() + ")")
                .params(condition.parameters())
                .query(Boolean.class)
                .single();
    }

    private Ordering ordering(EntityQuery query) {
        if (query.order().isEmpty()
                && query.term() != null
                && query.termFields().isEmpty()) {
            return new Ordering(
                    fullText.rank(query.term()).map(rank -> new Ordering.Key(rank, "real", true, true)).stream()
                            .toList());
        }
        return new Ordering(query.order().stream().map(EntitySearch::key).toList());
    }

    /** Positions are kept in addresses: of long texts the beginning counts. */
    private static Ordering.Key key(EntityQuery.Order by) {
        Sql value = Fields.value(by.field());
        boolean always = Fields.isColumn(by.field().toLowerCase(Locale.ROOT));
        return new Ordering.Key(always ? value : value.cut(LONGEST_KEY), "text", by.descending(), always);
    }
}
