package dev.slipway.gitops.impact.reading.storage;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.StorageMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.Replicas;
import dev.slipway.kustomize.Resource;
import java.util.List;

/**
 * Claims of a StatefulSet that go away with its pods, or with itself.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention">retention of
 *     claims</a>
 */
public final class ClaimRetentionReader implements ChangeReader {

    private static final String POLICY = "persistentVolumeClaimRetentionPolicy";

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (!is.is("apps", "StatefulSet")
                || is.object().list("spec", "volumeClaimTemplates").isEmpty()) {
            return;
        }
        long fewer = Replicas.of(was.object()) - Replicas.of(is.object());
        if (fewer > 0 && deletes(is.object(), "whenScaled")) {
            findings.add(new StorageMeaning.ClaimsDeleted(is.words(), fewer));
        }
        List<Difference> policy = findings.open(path -> path.startsWith("spec", POLICY));
        policy.forEach(findings::claim);
        if (!policy.isEmpty()) {
            findings.add(new StorageMeaning.ClaimRetention(
                    deletes(is.object(), "whenScaled"), deletes(is.object(), "whenDeleted")));
        }
    }

    /** {@code Retain} where it says nothing. */
    static boolean deletes(Resource set, String when) {
        return set.text("spec", POLICY, when).filter("Delete"::equals).isPresent();
    }
}
