package dev.slipway.scaffolder.store;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The templates that people marked, by account. One that is gone stays marked: it may come back. */
@Component
public class Favourites {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Favourites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What templates are known by. */
    public Set<String> of(String account) {
        return new TreeSet<>(jdbc.sql("select template from scaffolder_favourites where account = ? limit ?")
                .params(account, MOST)
                .query(String.class)
                .list());
    }

    public void mark(String account, String template) {
        jdbc.sql("insert into scaffolder_favourites (account, template) values (?, ?) on conflict do nothing")
                .params(account, template)
                .update();
    }

    public void unmark(String account, String template) {
        jdbc.sql("delete from scaffolder_favourites where account = ? and template = ?")
                .params(account, template)
                .update();
    }
}
