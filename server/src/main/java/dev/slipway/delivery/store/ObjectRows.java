package dev.slipway.delivery.store;

import dev.slipway.delivery.objects.Json;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.ObjectKey;
import dev.slipway.kernel.ClusterName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objects of all clusters. */
@Repository
public class ObjectRows {

    private final JdbcClient database;

    public ObjectRows(JdbcClient database) {
        this.database = database;
    }

    public List<LiveObject> all() {
        return database.sql("select * from delivery_objects order by cluster, namespace, kind, name")
                .query(ObjectRows::read)
                .list();
    }

    /** Adds or replaces; an object that another application owned changes hands. */
    public void put(LiveObject object) {
        ObjectKey key = object.key();
        database.sql("""
                        insert into delivery_objects
                            (cluster, api_group, kind, namespace, name, application, manifest, hash, applied_at)
                        values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                        on conflict (cluster, api_group, kind, namespace, name) do update set
                            application = excluded.application, manifest = excluded.manifest,
                            hash = excluded.hash, applied_at = excluded.applied_at
                        """)
                .params(
                        key.cluster().value(),
                        key.group(),
                        key.kind(),
                        key.namespace(),
                        key.name(),
                        object.application(),
                        Json.write(object.manifest().content()),
                        object.hash(),
                        Timestamp.from(object.appliedAt()))
                .update();
    }

    public void remove(Collection<ObjectKey> keys) {
        keys.forEach(key -> database.sql(
                        "delete from delivery_objects where cluster = ? and api_group = ? and kind = ? and namespace = ? and name = ?")
                .params(key.cluster().value(), key.group(), key.kind(), key.namespace(), key.name())
                .update());
    }

    private static LiveObject read(ResultSet row, int number) throws SQLException {
        ObjectKey key = new ObjectKey(
                new ClusterName(row.getString("cluster")),
                row.getString("api_group"),
                row.getString("kind"),
                row.getString("namespace"),
                row.getString("name"));
        return new LiveObject(
                key,
                row.getString("application"),
                Json.read(row.getString("manifest")),
                row.getString("hash"),
                row.getTimestamp("applied_at").toInstant());
    }
}
