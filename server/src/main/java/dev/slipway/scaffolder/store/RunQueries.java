package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.TemplateRun;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for runs. */
@Component
public class RunQueries {

    private static final String MATCHING = """
            from scaffolder_runs
            where (:anyone or account = any(:accounts)) and (:any or status = any(:statuses))
            and (:every or template = any(:templates))
            """;

    private final JdbcClient jdbc;

    RunQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RunPage page(RunQuery query) {
        long total =
                asking("select count(*) " + MATCHING, query).query(Long.class).single();
        List<TemplateRun> runs = asking(
                        "select * " + MATCHING + " order by " + order(query) + " limit :limit offset :offset", query)
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query((row, _) -> RunRows.run(row, List.of()))
                .list();
        return new RunPage(runs, total);
    }

    private JdbcClient.StatementSpec asking(String sql, RunQuery query) {
        return jdbc.sql(sql)
                .param("anyone", query.accounts().isEmpty())
                .param("accounts", texts(query.accounts()))
                .param("any", query.statuses().isEmpty())
                .param("statuses", texts(query.statuses()))
                .param("every", query.templates().isEmpty())
                .param("templates", texts(query.templates()));
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static String order(RunQuery query) {
        String wanted = query.order().stream()
                .map(order -> column(order.field()) + (order.descending() ? " desc" : " asc") + " nulls last, ")
                .collect(Collectors.joining());
        return wanted + "started_at desc, id";
    }

    private static String column(RunQuery.Field field) {
        return switch (field) {
            case ID -> "id";
            case TEMPLATE -> "template";
            case STATUS -> "status";
            case ACCOUNT -> "account";
            case STARTED -> "started_at";
            case HEARTBEAT -> "heartbeat_at";
        };
    }
}
