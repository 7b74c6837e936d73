package dev.slipway.gitops.impact.reading.storage;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import java.util.Optional;

/** Which data are lost with claims, backups and sets. */
public final class StorageLosses implements Losses {

    @Override
    public Optional<Removed> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "PersistentVolumeClaim" -> Losses.breaking(gone, "its data is deleted unless the volume is retained");
            case "VolumeSnapshot" -> Losses.breaking(gone, "the backup is deleted unless its class retains it");
            case "StatefulSet" -> Losses.breaking(gone, "its pods are stopped" + claims(gone));
            default -> Optional.empty();
        };
    }

    private static String claims(Manifest set) {
        return ClaimRetentionReader.deletes(set.object(), "whenDeleted")
                        && !set.object().list("spec", "volumeClaimTemplates").isEmpty()
                ? ", and its claims deleted with their data unless the volumes are retained"
                : "";
    }
}
