package dev.slipway.kustomize.read;

import dev.slipway.kustomize.patch.Selector;
import java.util.List;
import java.util.Set;

/** Reads {@code patches} and its older forms. */
public final class PatchReader {
    private static final Set<String> PATCH = Set.of("path", "patch", "target", "options");
    private static final Set<String> TARGET =
            Set.of("group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector");

    private PatchReader() {}

    static List<PatchEntry> patches(Fields kustomization, String field) {
        return kustomization.list(field, PatchReader::patch);
    }

    /** Each text is the path of a file or the patch itself. */
    static List<PatchEntry> strategicMerge(Fields kustomization) {
        return kustomization.texts("patchesStrategicMerge").stream()
                .map(PatchReader::either)
                .toList();
    }

    public static PatchEntry either(Text text) {
        return new PatchEntry(text.place(), null, text.text(), null, false, false, true);
    }

    private static PatchEntry patch(Fields fields) {
        fields.allowOnly(PATCH, "a patch");
        return patch(fields, "patch");
    }

    /** @param inlineField which field holds the patch itself */
    public static PatchEntry patch(Fields fields, String inlineField) {
        String path = fields.text("path");
        String inline = fields.text(inlineField).strip();
        if (path.isEmpty() == inline.isEmpty()) {
            fields.problem(
                    fields.place(),
                    path.isEmpty() ? "This patch is empty." : "This patch has both a path and a text.",
                    "either path or patch.",
                    "Write one of them.");
        }
        boolean names = fields.child("options")
                .map(options -> options.flag("allowNameChange"))
                .orElse(false);
        boolean kinds = fields.child("options")
                .map(options -> options.flag("allowKindChange"))
                .orElse(false);
        return new PatchEntry(
                fields.place(),
                path.isEmpty() ? null : path,
                inline.isEmpty() ? null : inline,
                fields.child("target").map(PatchReader::target).orElse(null),
                names,
                kinds,
                false);
    }

    public static Selector target(Fields fields) {
        fields.allowOnly(TARGET, "a patch's target");
        return new Selector(
                fields.place(),
                fields.text("group"),
                fields.text("version"),
                fields.text("kind"),
                fields.text("name"),
                fields.text("namespace"),
                fields.text("labelSelector"),
                fields.text("annotationSelector"));
    }
}
