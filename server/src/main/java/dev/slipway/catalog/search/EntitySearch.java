package dev.slipway.catalog.search;

import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.Position;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the numbers of entities. */
@Component
public class EntitySearch {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient database;
    private final FullText fullText;

    EntitySearch(JdbcClient database, FullText fullText) {
        this.database = database;
        this.fullText = fullText;
    }

    /** Which entities a query has, in its order, as SQL that answers their numbers. */
    Sql ids(EntityQuery query) {
        return found(query, ordering(query), condition(query))
                .within("select id from ")
                .then(Sql.of(" found"));
    }

    /** As {@link #ids}, or backwards where the query is, with {@code keys}: the values that {@link Position} keeps. */
    Sql places(EntityQuery query, boolean forgiving) {
        Ordering ordering = ordering(query);
        return found(query, ordering, condition(query, forgiving))
                .within("select id, row_number() over () as place, " + ordering.values() + " as keys from ")
                .then(Sql.of(" found"));
    }

    private Sql found(EntityQuery query, Ordering ordering, Sql condition) {
        Position from = Objects.requireNonNullElse(query.from(), Position.end(false));
        return selected(ordering, condition, from)
                .then(Sql.of(" order by " + ordering.by(from.backwards()) + " limit " + query.limit() + " offset "
                        + query.offset()));
    }

    private static Sql selected(Ordering ordering, Sql condition, Position from) {
        Sql all = Sql.of("select e.id, e.ref")
                .then(ordering.columns())
                .then(Sql.of(" from catalog_entities e where "))
                .then(condition);
        if (from.atEnd()) {
            return all;
        }
        if (ordering.isStored()) {
            return all.then(Sql.of(" and ")).then(ordering.beyond(from));
        }
        // The offset has each value made once, not for each comparison.
        Ordering made = ordering.ofColumns();
        return Sql.of("select e.* from ")
                .then(all.then(Sql.of(" offset 0")).within(""))
                .then(Sql.of(" e where "))
                .then(made.beyond(from));
    }

    int count(EntityQuery query) {
        Sql condition = condition(query);
        return database.sql("select count(*) from catalog_entities e where " + condition.text())
                .params(condition.parameters())
                .query(Integer.class)
                .single();
    }

    Sql condition(EntityQuery query) {
        return condition(query, forgives(query));
    }

    private Sql condition(EntityQuery query, boolean forgiving) {
        Sql condition = Filters.of(query.filter());
        if (query.term() == null || query.term().isBlank()) {
            return condition;
        }
        return condition.and(
                query.termFields().isEmpty()
                        ? words(query.term(), forgiving)
                        : FullText.contains(query.term(), query.termFields()));
    }

    private Sql words(String term, boolean forgiving) {
        return (forgiving ? fullText.similar(term) : fullText.exact(term)).orElse(Sql.of("true"));
    }

    /** What was meant is looked for only when nothing is what was typed; pages go on as they began. */
    boolean forgives(EntityQuery query) {
        if (query.from() != null) {
            return query.from().forgiving();
        }
        String term = query.term();
        return term != null
                && query.termFields().isEmpty()
                && fullText.forgives(term)
                && !any(Filters.of(query.filter()).and(words(term, false)));
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
                    fullText.rank(query.term()).map(rank -> new Ordering.Key(rank, "real", true, true, false)).stream()
                            .toList());
        }
        return new Ordering(query.order().stream().map(EntitySearch::key).toList());
    }

    /** Positions are kept in addresses: of long texts the beginning counts. */
    private static Ordering.Key key(EntityQuery.Order by) {
        Sql value = Fields.value(by.field());
        boolean always = Fields.isColumn(by.field().toLowerCase(Locale.ROOT));
        return new Ordering.Key(always ? value : value.cut(LONGEST_KEY), "text", by.descending(), always, always);
    }
}
