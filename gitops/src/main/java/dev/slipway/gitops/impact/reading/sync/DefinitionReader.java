package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.SyncMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of custom resources that serve a version no more.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/">versions
 *     of CustomResourceDefinitions</a>
 */
public final class DefinitionReader implements ChangeReader {

    @Override
    public void read(Manifest before, Manifest after, Findings findings) {
        if (!isDefinition(after)) {
            return;
        }
        Set<String> gone = versions(before.object(), true);
        gone.removeAll(versions(after.object(), true));
        Set<String> known = versions(after.object(), false);
        for (String version : gone) {
            findings.add(new SyncMeaning.VersionGone(after.words(), version, !known.contains(version)));
            findings.claim(path -> tells(path, version));
        }
    }

    private static boolean isDefinition(Manifest manifest) {
        return manifest.is("apiextensions.k8s.io", "CustomResourceDefinition")
                || manifest.is("apiextensions.crossplane.io", "CompositeResourceDefinition");
    }

    private static Set<String> versions(Resource definition, boolean served) {
        Set<String> names = new TreeSet<>();
        for (@Nullable Object each : definition.list("spec", "versions")) {
            String name = Values.text(each, "name");
            if (name != null && (!served || Objects.equals(Values.text(each, "served"), "true"))) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether the meaning says all of what differs there. */
    private static boolean tells(FieldPath path, String version) {
        return path.elementOf("versions").filter(version::equals).isPresent()
                && (path.isElementOf("versions") || List.of("served", "storage").contains(path.last()));
    }
}
