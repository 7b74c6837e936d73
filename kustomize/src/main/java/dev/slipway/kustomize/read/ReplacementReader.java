package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.replace.Options;
import dev.slipway.kustomize.replace.Replacement;
import dev.slipway.kustomize.replace.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code replacements}. */
public final class ReplacementReader {
    private static final Set<String> ENTRY = Set.of("path", "source", "targets");
    private static final Set<String> SOURCE =
            Set.of("group", "version", "kind", "name", "namespace", "fieldPath", "options");
    private static final Set<String> TARGET = Set.of("select", "reject", "fieldPaths", "options");
    private static final Set<String> SUBJECT =
            Set.of("group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector");
    private static final Set<String> OPTIONS = Set.of("delimiter", "index", "create", "encoding");
    private static final String NAME = "metadata.name";

    private ReplacementReader() {}

    public static List<ReplacementEntry> entries(Fields fields) {
        return fields.list("replacements", ReplacementReader::entry);
    }

    /**
     * The replacements of a file: a list of them, or one.
     *
     * @throws Refusal with everything that is wrong with it
     */
    public static List<Replacement> file(String file, String text) {
        List<YamlValue> documents = ManifestReader.documents(file, text);
        Problems problems = new Problems();
        List<YamlValue> found = documents.size() != 1
                ? List.of()
                : documents.getFirst() instanceof YamlList list ? list.items() : documents;
        if (found.isEmpty() || !found.stream().allMatch(YamlMap.class::isInstance)) {
            problems.add(
                    documents.isEmpty()
                            ? new dev.slipway.documents.yaml.Place(file, 1, 1)
                            : documents.getLast().place(),
                    "This file does not hold replacements.",
                    "one document, a replacement or a list of them.",
                    "Correct it.");
            problems.stopIfAny();
        }
        List<Optional<Replacement>> replacements = found.stream()
                .flatMap(value -> value.asMap().stream())
                .map(map -> {
                    Fields fields = Fields.lenient(map, problems);
                    return Optional.ofNullable(replacement(fields));
                })
                .toList();
        problems.stopIfAny();
        return replacements.stream().flatMap(Optional::stream).toList();
    }

    private static ReplacementEntry entry(Fields fields) {
        fields.allowOnly(ENTRY, "replacements");
        if (!fields.has("path")) {
            return new ReplacementEntry(null, replacement(fields));
        }
        if (fields.has("source") || fields.has("targets")) {
            fields.problem(
                    fields.place(),
                    "This replacement has both a path and a source or targets.",
                    "either path, or source and targets.",
                    "Remove one of them.");
        }
        return new ReplacementEntry(new Text(fields.placeOf("path"), fields.text("path")), null);
    }

    private static @Nullable Replacement replacement(Fields fields) {
        Fields source = fields.child("source").orElse(null);
        if (source == null || !fields.has("targets")) {
            fields.problem(
                    fields.place(),
                    "This replacement has no " + (source == null ? "source." : "targets."),
                    "source and targets.",
                    "Add it.");
            return null;
        }
        source.allowOnly(SOURCE, "a replacement's source");
        return new Replacement(
                fields.place(),
                new Replacement.Source(subject(source), or(source.text("fieldPath"), NAME), options(source)),
                fields.list("targets", ReplacementReader::target));
    }

    private static Replacement.Target target(Fields fields) {
        fields.allowOnly(TARGET, "a replacement's target");
        Fields select = fields.child("select").orElse(null);
        if (select == null) {
            fields.problem(fields.place(), "This target does not say which objects it is for.", "select.", "Add it.");
        }
        List<String> paths = fields.texts("fieldPaths").stream().map(Text::text).toList();
        Fields subject = select == null ? fields : select;
        if (select != null) {
            select.allowOnly(SUBJECT, "select");
        }
        return new Replacement.Target(
                fields.place(),
                subject(subject),
                fields.list("reject", reject -> {
                    reject.allowOnly(SUBJECT, "reject");
                    return subject(reject);
                }),
                paths.isEmpty() ? List.of(NAME) : paths,
                options(fields));
    }

    private static Subject subject(Fields fields) {
        return new Subject(
                fields.place(),
                new Gvk(fields.text("group"), fields.text("version"), fields.text("kind")),
                fields.text("namespace"),
                fields.text("name"),
                fields.text("labelSelector"),
                fields.text("annotationSelector"));
    }

    private static Options options(Fields fields) {
        Fields options = fields.child("options").orElse(null);
        if (options == null) {
            return Options.NONE;
        }
        options.allowOnly(OPTIONS, "a replacement's options");
        return new Options(options.text("delimiter"), (int) options.number("index", 0), options.flag("create"));
    }

    private static String or(String text, String missing) {
        return text.isEmpty() ? missing : text;
    }
}
