package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.GeneratedName;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.Optional;
import java.util.Set;

/** References to generated objects: another hash is the way in which pods come to read what changed. */
public final class HashedReferenceReader implements FieldReader {

    private static final Set<String> CONFIG_MAPS = Set.of("configMapKeyRef", "configMapRef", "configMap");
    private static final Set<String> SECRETS = Set.of("secretKeyRef", "secretRef", "secret");

    @Override
    public Optional<WorkloadMeaning> meaning(ObjectPair pair, Difference each) {
        return each.before() instanceof String before
                        && each.after() instanceof String after
                        && isReference(each.path())
                        && GeneratedName.stem(before).equals(GeneratedName.stem(after))
                ? Optional.of(new WorkloadMeaning.Rolls(
                        "they read the changed " + kind(each.path()) + " \"" + GeneratedName.stem(after) + "\""))
                : Optional.empty();
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
