package dev.slipway.catalog.search;

import dev.slipway.catalog.EntityQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the numbers of entities. */
@Component
public class EntitySearch {

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
        Sql condition = condition(query);
        if (query.after() != null) {
            condition = condition.and(Sql.of("e.ref > ?", query.after()));
        }
        Sql order = order(query);
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(order.parameters());
        return new Sql(
                "select e.id from catalog_entities e where " + condition.text() + " order by " + order.text()
                        + " limit " + query.limit() + " offset " + query.offset(),
                parameters);
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

    private Sql order(EntityQuery query) {
        List<Sql> order = new ArrayList<>();
        query.order().forEach(by -> {
            Sql value = Fields.value(by.field());
            order.add(new Sql(value.text() + (by.descending() ? " desc" : "") + " nulls last", value.parameters()));
        });
        if (query.order().isEmpty()
                && query.term() != null
                && query.termFields().isEmpty()) {
            fullText.rank(query.term()).ifPresent(rank -> order.add(new Sql(rank.text() + " desc", rank.parameters())));
        }
        order.add(Sql.of("e.ref"));
        return Sql.joined(", ", order);
    }
}
