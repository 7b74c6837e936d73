package dev.slipway.services.deletion;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.services.Deletion;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The two commits of a deletion in the platform repository. */
@Component
class DeletionChanges {

    private static final String MAIN = "main";

    private final Changes changes;
    private final Platforms platforms;

    DeletionChanges(Changes changes, Platforms platforms) {
        this.changes = changes;
        this.platforms = platforms;
    }

    /** The change that marks the Applications, submitted if it was not. */
    Change marking(Deletion deletion) {
        return submitted(request(
                deletion,
                deletion.marking(),
                new Intent.AddFinalizers(deletion.service()),
                "Let " + deletion.service() + " take along what it made",
                "The first of two commits that delete the service."));
    }

    /** The change that removes the files, submitted if it was not. */
    Change removal(Deletion deletion) {
        return submitted(request(
                deletion,
                deletion.removal(),
                new Intent.RemoveTrees(paths(deletion.service())),
                "Delete " + deletion.service(),
                "The second of two commits that delete the service."));
    }

    private Change submitted(ChangeRequest request) {
        changes.submit(request);
        return changes.find(request.id()).orElseThrow();
    }

    /** Every path of the platform repository that can hold something about the service. */
    private SortedSet<String> paths(ServiceName service) {
        SortedSet<String> paths = new TreeSet<>();
        paths.add("applications/" + service);
        platforms.current().clusters().forEach(cluster -> {
            paths.add("clusters/" + cluster.name() + "/routing/" + service);
            paths.add("clusters/" + cluster.name() + "/infrastructure/" + service);
        });
        return paths;
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
