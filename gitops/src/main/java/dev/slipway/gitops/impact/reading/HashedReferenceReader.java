package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.GeneratedName;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.Set;

/** References to generated objects: another hash is the way in which pods come to read what changed. */
final class HashedReferenceReader implements Reader {

    private static final Set<String> CONFIG_MAPS = Set.of("configMapKeyRef", "configMapRef", "configMap");
    private static final Set<String> SECRETS = Set.of("secretKeyRef", "secretRef", "secret");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        for (Difference each : findings.open()) {
            if (each.before() instanceof String before
                    && each.after() instanceof String after
                    && isReference(each.path())
                    && GeneratedName.stem(before).equals(GeneratedName.stem(after))) {
                findings.add(
                        each,
                        new WorkloadMeaning.Rolls("they read the changed " + kind(each.path()) + " \""
                                + GeneratedName.stem(after) + "\""));
            }
        }
    }

    private static boolean isReference(FieldPath path) {
        return path.last().equals("secretName")
                || (path.last().equals("name")
                        && path.keys().stream().anyMatch(key -> CONFIG_MAPS.contains(key) || SECRETS.contains(key)));
    }

    private static String kind(FieldPath path) {
        return path.last().equals("secretName") || path.keys().stream().anyMatch(SECRETS::contains)
                ? "Secret"
                : "ConfigMap";
    }
}
