package dev.slipway.catalog.discovery;

import dev.slipway.catalog.store.DocumentationRows;
import dev.slipway.catalog.store.DocumentationRows.Documented;
import dev.slipway.catalog.store.EntityRows;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has entities found by the headings of the documentation that lies beside them: the {@code README.md} and the documents below
 * {@code docs/} of the directory that {@code backstage.io/techdocs-ref: dir:…} names.
 */
@Component
class DocumentationScan {

    private static final int MOST_DOCUMENTS = 500;
    private static final String DIRECTORY = "dir:";
    private static final String README = "README.md";
    private static final String DOCS = "docs";

    /** Grows when headings are read in another way, so that all are read again. */
    private static final String EDITION = "1:";

    private final DocumentationRows rows;
    private final EntityRows entities;
    private final TransactionOperations transactions;

    DocumentationScan(DocumentationRows rows, EntityRows entities, TransactionOperations transactions) {
        this.rows = rows;
        this.entities = entities;
        this.transactions = transactions;
    }

    static boolean isDocument(String path) {
        return path.endsWith(".md");
    }

    /** Compares the documents of a repository with what was read of them, and reads what is different. */
    void scan(Snapshot snapshot) {
        scan(snapshot, rows.in(snapshot.repository().toString()));
    }

    /** As {@link #scan(Snapshot)}, for some of its entities. */
    void scan(Snapshot snapshot, Set<EntityRef> entities) {
        scan(snapshot, rows.in(snapshot.repository().toString(), entities));
    }

    private void scan(Snapshot snapshot, List<Documented> documented) {
        Map<String, List<Documented>> byDirectory = new HashMap<>();
        List<Integer> without = new ArrayList<>();
        for (Documented each : documented) {
            directory(each)
                    .ifPresentOrElse(
                            directory -> byDirectory
                                    .computeIfAbsent(directory, _ -> new ArrayList<>())
                                    .add(each),
                            () -> {
                                if (each.content() != null) {
                                    without.add(each.entity());
                                }
                            });
        }
        if (!without.isEmpty()) {
            transactions.executeWithoutResult(status -> rows.clear(without));
        }
        if (!byDirectory.isEmpty()) {
            Map<String, Map<String, String>> documents = documents(snapshot, byDirectory.keySet());
            byDirectory.forEach((directory, of) -> read(snapshot, of, documents.getOrDefault(directory, Map.of())));
        }
        entities.sortIn();
    }

    private static Optional<String> directory(Documented entity) {
        String reference = entity.reference();
        if (reference == null || !reference.startsWith(DIRECTORY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TreePath.resolve(TreePath.parent(entity.path()), reference.substring(DIRECTORY.length())));
        } catch (TreeException e) {
            return Optional.empty();
        }
    }

    /** The documents of each directory with Git's ids of what they hold, by path. */
    private static Map<String, Map<String, String>> documents(Snapshot snapshot, Collection<String> directories) {
        Map<String, Map<String, String>> documents = new HashMap<>();
        snapshot.files(DocumentationScan::isDocument)
                .forEach((path, content) -> above(path).stream()
                        .filter(directories::contains)
                        .forEach(directory -> documents
                                .computeIfAbsent(directory, _ -> new TreeMap<>())
                                .put(path, content)));
        return documents;
    }

    /** The directories whose documentation a document belongs to. */
    private static List<String> above(String path) {
        List<String> directories = new ArrayList<>();
        if (path.equals(README) || path.endsWith("/" + README)) {
            directories.add(TreePath.parent(path));
        }
        for (String above = TreePath.parent(path); !above.isEmpty(); above = TreePath.parent(above)) {
            if (above.equals(DOCS) || above.endsWith("/" + DOCS)) {
                directories.add(TreePath.parent(above));
            }
        }
        return directories;
    }

    private void read(Snapshot snapshot, List<Documented> documented, Map<String, String> documents) {
        List<String> paths = documents.keySet().stream().limit(MOST_DOCUMENTS).toList();
        String content = EDITION
                + UUID.nameUUIDFromBytes(
                        paths.stream().map(documents::get).toList().toString().getBytes(StandardCharsets.UTF_8));
        List<Integer> different = documented.stream()
                .filter(entity -> entity.content() == null ? !paths.isEmpty() : !content.equals(entity.content()))
                .map(Documented::entity)
                .toList();
        if (!different.isEmpty()) {
            String headings = Headings.words(snapshot, paths);
            transactions.executeWithoutResult(status -> rows.write(different, content, headings));
        }
    }
}
