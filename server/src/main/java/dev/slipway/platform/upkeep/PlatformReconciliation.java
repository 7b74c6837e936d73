package dev.slipway.platform.upkeep;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitContent;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.ServiceNames;
import dev.slipway.platform.ServicesChanged;
import dev.slipway.platform.trees.PlatformTrees;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the newest definition, and has the trees that follow from it written where they differ. */
@Component
class PlatformReconciliation implements Reconciliation {

    private static final String NAME = "platform-upkeep";

    private final FirstPlatform first;
    private final CurrentDefinition definitions;
    private final ServiceNames services;
    private final GitContent git;
    private final Changes changes;
    private final PlatformProperties properties;
    private final Wakeups wakeups;

    PlatformReconciliation(
            FirstPlatform first,
            CurrentDefinition definitions,
            ServiceNames services,
            GitContent git,
            Changes changes,
            PlatformProperties properties,
            Wakeups wakeups) {
        this.first = first;
        this.definitions = definitions;
        this.services = services;
        this.git = git;
        this.changes = changes;
        this.properties = properties;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @EventListener
    void on(RefsChanged event) {
        if (event.repository().equals(properties.repository())) {
            wakeups.wake(NAME);
        }
    }

    @EventListener
    void on(ServicesChanged event) {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        first.ensure();
        definitions.refresh();
        CommitId inForce = definitions.state().inForce();
        if (inForce != null && inForce.equals(definitions.state().seen())) {
            writeWhatDiffers(definitions.current(), inForce);
        }
    }

    private void writeWhatDiffers(PlatformDefinition definition, CommitId tip) {
        Snapshot snapshot = git.snapshot(definition.repository(), tip);
        Map<String, Map<String, FileContent>> differing = new LinkedHashMap<>();
        PlatformTrees.of(definition, services.services()).forEach((path, files) -> {
            if (!files.equals(filesOf(snapshot, path))) {
                differing.put(path, files);
            }
        });
        if (!differing.isEmpty()) {
            changes.submit(request(definition, tip, differing));
        }
    }

    private static Map<String, FileContent> filesOf(Snapshot snapshot, String tree) {
        Map<String, FileContent> files = new LinkedHashMap<>();
        for (TreeEntry entry : snapshot.walk(tree)) {
            files.put(
                    entry.path().substring(tree.length() + 1),
                    new FileContent(snapshot.read(entry.path()), entry.mode()));
        }
        return files;
    }

    /** The id follows from tip and content: while nothing changes, the same difference is the same change. */
    private static ChangeRequest request(
            PlatformDefinition definition, CommitId tip, Map<String, Map<String, FileContent>> trees) {
        String content = tip + "\n" + trees.hashCode();
        ChangeId id = new ChangeId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
        return new ChangeRequest(
                id,
                definition.repository(),
                "main",
                new Intent.PutTrees(trees),
                "platform",
                null,
                null,
                "Bring " + String.join(", ", trees.keySet()) + " in line with the definition",
                "",
                Actor.system("platform"),
                List.of(),
                ChangeRequest.Delivery.BY_POLICY);
    }
}
