package dev.slipway.kustomize.step;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.patch.Selector;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.read.Fields;
import dev.slipway.kustomize.read.LocalFiles;
import dev.slipway.kustomize.read.PatchReader;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one text into fields, whole or as one part of a path in them. */
record ValueAdd(String value, List<Target> targets) implements Transformer {

    /** @param position of the part in the path that the field holds, from 1; 0 for the whole field */
    private record Target(@Nullable Selector selector, FieldSpec field, int position) {}

    static ValueAdd read(Fields fields, LocalFiles files) {
        String value = fields.text("value").strip();
        List<Target> targets = new ArrayList<>(fields.list("targets", ValueAdd::target));
        if (fields.has("targetFilePath")) {
            targets.addAll(file(new Text(fields.placeOf("targetFilePath"), fields.text("targetFilePath")), files));
        }
        if (targets.isEmpty()) {
            fields.problem(fields.place(), "This transformer has no targets.", "at least one target.", "Add it.");
        }
        return new ValueAdd(value.isEmpty() ? files.directoryName() : value, targets);
    }

    private static List<Target> file(Text path, LocalFiles files) {
        Problems problems = new Problems();
        List<Target> targets = new ArrayList<>();
        for (YamlValue document : ManifestReader.documents(files.path(path), files.text(path))) {
            if (document instanceof YamlMap map) {
                targets.addAll(Fields.lenient(map, problems).list("targets", ValueAdd::target));
            }
        }
        problems.stopIfAny();
        return targets;
    }

    private static Target target(Fields fields) {
        fields.allowOnly(Set.of("selector", "fieldPath", "filePathPosition"), "a target");
        if (fields.text("fieldPath").isEmpty()) {
            fields.problem(fields.place(), "This target has no fieldPath.", "the path of a field.", "Add it.");
        }
        return new Target(
                fields.child("selector").map(PatchReader::target).orElse(null),
                FieldSpec.of(new dev.slipway.kustomize.document.Gvk("", "", ""), fields.text("fieldPath"), true),
                (int) fields.number("filePathPosition", 0));
    }

    @Override
    public void transform(Items items) {
        for (Target target : targets) {
            for (Item item : items.all()) {
                if (target.selector() == null || target.selector().predicate().test(item)) {
                    add(item, target);
                }
            }
        }
    }

    private void add(Item item, Target target) {
        if (!target.field().joined().equals("metadata/namespace")) {
            target.field().apply(item, () -> "", old -> written(old, target.position()));
        } else if (!item.gvk().isClusterScoped()) {
            item.setNamespace(value);
        }
    }

    private String written(@Nullable Object old, int position) {
        if (position == 0 || old == null) {
            return value;
        }
        String path = old.toString();
        boolean absolute = path.startsWith("/");
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.removeIf(String::isEmpty);
        int at = Math.min(position - 1, parts.size());
        parts.add(at, value);
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
