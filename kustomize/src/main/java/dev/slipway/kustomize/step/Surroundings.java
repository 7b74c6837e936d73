package dev.slipway.kustomize.step;

import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.patch.Patch;
import dev.slipway.kustomize.patch.Schema;
import dev.slipway.kustomize.read.LocalFiles;
import dev.slipway.kustomize.read.PatchEntry;
import dev.slipway.kustomize.read.ReplacementEntry;
import dev.slipway.kustomize.read.ReplacementReader;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.replace.Replacement;
import dev.slipway.kustomize.transform.Configuration;
import java.util.List;
import java.util.Objects;

/** What the steps of one kustomization are read with. */
public record Surroundings(LocalFiles files, Configuration configuration, Schema schema) {

    Patch patch(PatchEntry entry) {
        String path = entry.path();
        if (path == null
                && entry.either()
                && !Objects.requireNonNull(entry.inline()).contains("\n")) {
            path = entry.inline();
        }
        Text written = new Text(entry.place(), path == null ? "" : path);
        List<YamlValue> documents = path == null
                ? ManifestReader.documents(entry.place() + " (patch)", Objects.requireNonNull(entry.inline()))
                : files.documents(written);
        return Patch.read(
                entry.place(),
                documents,
                entry.target(),
                entry.allowNameChange(),
                entry.allowKindChange(),
                schema,
                entry.either());
    }

    List<Replacement> replacements(ReplacementEntry entry) {
        Text path = entry.path();
        if (path != null) {
            return ReplacementReader.file(files.path(path), files.text(path));
        }
        return entry.replacement() == null ? List.of() : List.of(entry.replacement());
    }
}
