package dev.slipway.git.embedded;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.RefCursors;
import dev.slipway.git.RefMovement;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cursors in PostgreSQL, compared with the refs as they are. */
@Component
class StoredCursors implements RefCursors {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCursors.class);

    /** Said once each while they are so. */
    private final Set<RepositoryRef> damaged = ConcurrentHashMap.newKeySet();

    private final JdbcClient database;
    private final GitHost host;
    private final GitContent git;

    StoredCursors(JdbcClient database, GitHost host, GitContent git) {
        this.database = database;
        this.host = host;
        this.git = git;
    }

    @Override
    public List<RefMovement> movements(String consumer) {
        return host.repositories().stream()
                .flatMap(repository -> readable(consumer, repository.ref()).stream())
                .toList();
    }

    private List<RefMovement> readable(String consumer, RepositoryRef repository) {
        try {
            List<RefMovement> movements = movements(consumer, repository);
            damaged.remove(repository);
            return movements;
        } catch (ProblemException | UncheckedIOException e) {
            if (damaged.add(repository)) {
                LOG.warn("The branches of {} cannot be read and are tried again", repository, e);
            }
            return List.of();
        }
    }

    @Override
    public List<RefMovement> movements(String consumer, RepositoryRef repository) {
        if (!git.exists(repository)) {
            return List.of();
        }
        Map<String, CommitId> seen = seen(consumer, repository);
        Map<String, CommitId> now = git.refs(repository);
        List<RefMovement> movements = new ArrayList<>();
        now.forEach((ref, commit) -> {
            if (!commit.equals(seen.get(ref))) {
                movements.add(new RefMovement(repository, ref, seen.get(ref), commit));
            }
        });
        seen.forEach((ref, commit) -> {
            if (!now.containsKey(ref)) {
                movements.add(new RefMovement(repository, ref, commit, null));
            }
        });
        return movements;
    }

    private Map<String, CommitId> seen(String consumer, RepositoryRef repository) {
        Map<String, CommitId> seen = new TreeMap<>();
        database.sql("select ref, commit_id from git_cursors where consumer = ? and repository = ?")
                .params(consumer, repository.toString())
                .query(row -> {
                    seen.put(row.getString(1), new CommitId(row.getString(2)));
                });
        return seen;
    }

    @Override
    public void advance(String consumer, RefMovement movement) {
        if (movement.to() == null) {
            database.sql("delete from git_cursors where consumer = ? and repository = ? and ref = ?")
                    .params(consumer, movement.repository().toString(), movement.ref())
                    .update();
            return;
        }
        database.sql("""
                        insert into git_cursors (consumer, repository, ref, commit_id) values (?, ?, ?, ?)
                        on conflict (consumer, repository, ref) do update set commit_id = excluded.commit_id
                        """)
                .params(
                        consumer,
                        movement.repository().toString(),
                        movement.ref(),
                        movement.to().value())
                .update();
    }
}
