package dev.slipway.previews.sweep;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has the trees of one service's previews written where they differ. */
@Component
class GitDifference {

    private final Changes changes;

    GitDifference(Changes changes) {
        this.changes = changes;
    }

    /**
     * @param found by tree; what is not wanted goes
     * @param tip that they were found at
     */
    void write(
            RepositoryRef platform,
            CommitId tip,
            String service,
            Map<String, Map<String, FileContent>> found,
            Map<String, Map<String, FileContent>> wanted) {
        Map<String, Map<String, FileContent>> differing = new TreeMap<>();
        SortedSet<String> trees = new TreeSet<>(found.keySet());
        trees.addAll(wanted.keySet());
        for (String tree : trees) {
            Map<String, FileContent> files = wanted.getOrDefault(tree, Map.of());
            if (!files.equals(found.getOrDefault(tree, Map.of()))) {
                differing.put(tree, files);
            }
        }
        if (!differing.isEmpty()) {
            changes.submit(request(platform, tip, service, differing, Title.of(service, found, wanted)));
        }
    }

    /** The id follows from tip and content: while nothing changes, the same difference is the same change. */
    private static ChangeRequest request(
            RepositoryRef platform,
            CommitId tip,
            String service,
            Map<String, Map<String, FileContent>> trees,
            String title) {
        String content = "previews\n" + tip + "\n" + service + "\n" + trees.hashCode();
        return new ChangeRequest(
                new ChangeId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))),
                platform,
                "main",
                new Intent.PutTrees(trees),
                "preview",
                new ServiceName(service),
                null,
                title,
                "",
                Actor.system("previews"),
                List.of(),
                ChangeRequest.Delivery.BY_POLICY);
    }
}
