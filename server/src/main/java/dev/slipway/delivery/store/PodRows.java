package dev.slipway.delivery.store;

import dev.slipway.delivery.objects.Json;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.ImageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pods and their processes, so that a start after a crash knows what runs. */
@Repository
public class PodRows {

    private final JdbcClient database;

    public PodRows(JdbcClient database) {
        this.database = database;
    }

    public List<PodRow> all() {
        return database.sql("select * from delivery_pods order by created_at, id")
                .query(PodRows::readPod)
                .list();
    }

    public List<ProcessRow> processes() {
        return database.sql("select * from delivery_processes")
                .query(PodRows::readProcess)
                .list();
    }

    /** The digests that pods and applied objects name, anywhere in them. */
    public Set<ImageDigest> imagesOfPodsAndObjects() {
        return database.sql("""
                        select distinct found[1] from (
                            select regexp_matches(template::text, 'sha256:[0-9a-f]{64}', 'g') as found from delivery_pods
                            union all
                            select regexp_matches(manifest::text, 'sha256:[0-9a-f]{64}', 'g') from delivery_objects) as all_of_them
                        """).query(String.class).list().stream()
                .map(ImageDigest::new)
                .collect(Collectors.toSet());
    }

    public void add(PodRow pod) {
        database.sql("""
                        insert into delivery_pods (id, cluster, namespace, name, application, owner_kind, owner_name,
                            template_hash, template, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                        """)
                .params(
                        pod.id(),
                        pod.cluster().value(),
                        pod.namespace(),
                        pod.name(),
                        pod.application(),
                        pod.ownerKind(),
                        pod.ownerName(),
                        pod.templateHash(),
                        Json.write(pod.template().content()),
                        Timestamp.from(pod.createdAt()))
                .update();
    }

    public void terminating(String pod, Instant at) {
        database.sql("update delivery_pods set terminating_at = coalesce(terminating_at, ?) where id = ?")
                .param(Timestamp.from(at))
                .param(pod)
                .update();
    }

    public void outcome(String pod, String outcome) {
        database.sql("update delivery_pods set outcome = ? where id = ?")
                .param(outcome)
                .param(pod)
                .update();
    }

    public void remove(String pod) {
        database.sql("delete from delivery_pods where id = ?").param(pod).update();
    }

    public void put(ProcessRow process) {
        database.sql("""
                        insert into delivery_processes (pod, container, attempt, pid, identity, ports, started_at, exit_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (pod, container) do update set attempt = excluded.attempt, pid = excluded.pid,
                            identity = excluded.identity, ports = excluded.ports, started_at = excluded.started_at,
                            exit_code = excluded.exit_code
                        """)
                .param(process.pod())
                .param(process.container())
                .param(process.attempt())
                .param(process.pid())
                .param(process.identity())
                .param(text(process.ports()))
                .param(Timestamp.from(process.startedAt()))
                .param(process.exitCode())
                .update();
    }

    private static String text(Map<Integer, Integer> ports) {
        return ports.entrySet().stream()
                .map(port -> port.getKey() + ":" + port.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<Integer, Integer> ports(String text) {
        Map<Integer, Integer> ports = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int colon = pair.indexOf(':');
            ports.put(Integer.valueOf(pair.substring(0, colon)), Integer.valueOf(pair.substring(colon + 1)));
        }
        return ports;
    }

    private static PodRow readPod(ResultSet row, int number) throws SQLException {
        Timestamp terminating = row.getTimestamp("terminating_at");
        return new PodRow(
                row.getString("id"),
                new ClusterName(row.getString("cluster")),
                row.getString("namespace"),
                row.getString("name"),
                row.getString("application"),
                row.getString("owner_kind"),
                row.getString("owner_name"),
                row.getString("template_hash"),
                Json.read(row.getString("template")),
                row.getTimestamp("created_at").toInstant(),
                terminating == null ? null : terminating.toInstant(),
                row.getString("outcome"));
    }

    private static ProcessRow readProcess(ResultSet row, int number) throws SQLException {
        @Nullable Long pid = row.getObject("pid", Long.class);
        @Nullable Integer exitCode = row.getObject("exit_code", Integer.class);
        return new ProcessRow(
                row.getString("pod"),
                row.getString("container"),
                row.getInt("attempt"),
                pid,
                row.getString("identity"),
                ports(row.getString("ports")),
                row.getTimestamp("started_at").toInstant(),
                exitCode);
    }
}
