package dev.slipway.services.deletion;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.FileChange;
import dev.slipway.git.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans {@link Intent.AddFinalizers} in the service's Applications as the tip has them. */
@Component
class FinalizerPlanner implements IntentPlanner {

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.AddFinalizers;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        if (!(intent instanceof Intent.AddFinalizers wanted)) {
            throw new IllegalArgumentException("Not an AddFinalizers: " + intent);
        }
        List<FileChange> changes = tip.walk("applications/" + wanted.service()).stream()
                .filter(entry -> entry.isFile() && entry.path().endsWith(".yaml"))
                .flatMap(entry -> change(entry, tip).stream())
                .toList();
        return new Plan.Write(changes);
    }

    private static Optional<FileChange> change(TreeEntry entry, Snapshot tip) {
        String before = tip.text(entry.path()).orElseThrow();
        String after = Finalizers.add(entry.path(), before);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new FileChange.Put(
                        entry.path(), new FileContent(after.getBytes(StandardCharsets.UTF_8), entry.mode())));
    }
}
