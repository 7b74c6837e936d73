package dev.slipway.services.deletion;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.services.Deletion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The two commits of a deletion in the platform repository. */
@Component
class DeletionChanges {

    private static final String MAIN = "main";

    private final Changes changes;
    private final GitContent content;
    private final Platforms platforms;

    DeletionChanges(Changes changes, GitContent content, Platforms platforms) {
        this.changes = changes;
        this.content = content;
        this.platforms = platforms;
    }

    /** The change that marks the Applications, submitted if it was not; empty when there is nothing to mark. */
    Optional<Change> marking(Deletion deletion) {
        Optional<Change> submitted = changes.find(deletion.marking());
        if (submitted.isPresent()) {
            return submitted;
        }
        Map<String, FileContent> marked = marked(tip(), directory(deletion.service()));
        if (marked.isEmpty()) {
            return Optional.empty();
        }
        Intent intent = new Intent.PutTrees(Map.of(directory(deletion.service()), marked));
        changes.submit(request(
                deletion,
                deletion.marking(),
                intent,
                "Let " + deletion.service() + " take along what it made",
                "The first of two commits that delete the service."));
        return changes.find(deletion.marking());
    }

    /** The change that removes the files, submitted if it was not. */
    Optional<Change> removal(Deletion deletion) {
        if (changes.find(deletion.removal()).isEmpty()) {
            changes.submit(request(
                    deletion,
                    deletion.removal(),
                    new Intent.RemoveTrees(paths(deletion.service())),
                    "Delete " + deletion.service(),
                    "The second of two commits that delete the service."));
        }
        return changes.find(deletion.removal());
    }

    /** Every path of the platform repository that can hold something about the service. */
    private SortedSet<String> paths(ServiceName service) {
        SortedSet<String> paths = new TreeSet<>();
        paths.add(directory(service));
        platforms.current().clusters().forEach(cluster -> {
            paths.add("clusters/" + cluster.name() + "/routing/" + service);
            paths.add("clusters/" + cluster.name() + "/infrastructure/" + service);
        });
        return paths;
    }

    private static String directory(ServiceName service) {
        return "applications/" + service;
    }

    private Snapshot tip() {
        PlatformDefinition definition = platforms.current();
        return content.snapshot(
                definition.repository(),
                content.resolve(definition.repository(), "refs/heads/" + MAIN).orElseThrow());
    }

    private static Map<String, FileContent> marked(Snapshot tip, String directory) {
        Map<String, FileContent> files = new TreeMap<>();
        tip.walk(directory).forEach(entry -> {
            byte[] bytes = tip.read(entry.path());
            if (entry.isFile() && entry.path().endsWith(".yaml")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                bytes = Finalizers.add(entry.path(), text).getBytes(StandardCharsets.UTF_8);
            }
            files.put(entry.path().substring(directory.length() + 1), new FileContent(bytes, entry.mode()));
        });
        return files;
    }

    private ChangeRequest request(Deletion deletion, ChangeId id, Intent intent, String title, String body) {
        return new ChangeRequest(
                id,
                platforms.current().repository(),
                MAIN,
                intent,
                "delete",
                deletion.service(),
                null,
                title,
                body,
                new Actor.Automation("services", deletion.requestedBy()),
                List.of(),
                ChangeRequest.Delivery.BY_POLICY);
    }
}
