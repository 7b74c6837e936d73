package dev.slipway.catalog.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches that people keep by a name; everybody sees and changes their own. */
@Repository
public class ViewRows {

    private final JdbcClient database;

    public ViewRows(JdbcClient database) {
        this.database = database;
    }

    /** @param query the list page's parameters, as an address writes them */
    public record SavedView(UUID id, String name, String query) {}

    public List<SavedView> of(String account) {
        return database.sql("select id, name, query from catalog_views where account = ? order by lower(name), name")
                .param(account)
                .query(SavedView.class)
                .list();
    }

    /** Saves a search, in place of the one that had this name. */
    public void save(String account, String name, String query) {
        database.sql("""
                        insert into catalog_views (id, account, name, query) values (?, ?, ?, ?)
                        on conflict (account, name) do update set query = excluded.query
                        """).params(UUID.randomUUID(), account, name, query).update();
    }

    /** Answers whether there was such a view of this account and no other one of the new name. */
    public boolean rename(String account, UUID id, String name) {
        return database.sql("""
                        update catalog_views set name = ? where account = ? and id = ?
                        and not exists (select from catalog_views other where other.account = ? and other.name = ? and other.id <> ?)
                        """).params(name, account, id, account, name, id).update() == 1;
    }

    /** Answers whether there was such a view of this account. */
    public boolean delete(String account, UUID id) {
        return database.sql("delete from catalog_views where account = ? and id = ?")
                        .params(account, id)
                        .update()
                == 1;
    }
}
