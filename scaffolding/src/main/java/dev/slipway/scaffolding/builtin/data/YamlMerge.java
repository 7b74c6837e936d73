package dev.slipway.scaffolding.builtin.data;

import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges into one document of a YAML file; only what changes is written anew. */
final class YamlMerge {

    private final Merging merging;
    private YamlEditor editor;

    private YamlMerge(YamlEditor editor, Merging merging) {
        this.editor = editor;
        this.merging = merging;
    }

    static String of(ActionContext context, String path) {
        String text = context.workspace()
                .text(path)
                .orElseThrow(() -> new ActionException("There is no file \"" + path + "\" in the workspace."));
        Merging merging = new Merging(context.flag("mergeArrays"));
        try {
            List<YamlValue> documents = YamlReader.core().documents(path, text);
            Map<?, ?> content = content(context);
            Predicate<YamlValue> wanted = wanted(context, documents, path);
            YamlValue document = documents.stream()
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow(() -> new ActionException(
                            "No document of \"" + path + "\" has the field that useDocumentIncludingField names."));
            return merged(path, text, documents, document, wanted, content, merging);
        } catch (YamlException e) {
            throw new ActionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String merged(
            String path,
            String text,
            List<YamlValue> documents,
            YamlValue document,
            Predicate<YamlValue> wanted,
            Map<?, ?> content,
            Merging merging) {
        if (document.asMap().filter(map -> !map.entries().isEmpty()).isEmpty() && documents.size() == 1) {
            return YamlWriter.text(merging.merged(document.plain(), content));
        }
        YamlMerge merge = new YamlMerge(YamlEditor.of(path, text, wanted), merging);
        merge.into("", document.plain(), content);
        return merge.editor.text();
    }

    private void into(String pointer, @Nullable Object old, Map<?, ?> content) {
        Map<?, ?> here = old instanceof Map<?, ?> map ? map : Map.of();
        content.forEach((key, value) -> {
            String at = pointer + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
            Object before = here.get(key);
            if (before instanceof Map<?, ?> inner && !inner.isEmpty() && value instanceof Map<?, ?> more) {
                into(at, inner, more);
            } else if (value != null && !Objects.equals(before, merging.merged(before, value))) {
                editor = editor.set(at, Objects.requireNonNull(merging.merged(before, value)));
            }
        });
    }

    private static Map<?, ?> content(ActionContext context) {
        Object content = context.input().get("content");
        Object value = content instanceof String text
                ? YamlReader.core()
                        .document("content", text)
                        .map(YamlValue::plain)
                        .orElse(null)
                : content;
        if (!(value instanceof Map<?, ?> map)) {
            throw new ActionException("\"content\" must be a map, or a text that holds one.");
        }
        return map;
    }

    private static Predicate<YamlValue> wanted(ActionContext context, List<YamlValue> documents, String path) {
        if (documents.isEmpty()) {
            throw new ActionException("\"" + path + "\" holds no YAML document to merge into.");
        }
        if (!(context.input().get("useDocumentIncludingField") instanceof Map<?, ?> field)) {
            if (documents.size() > 1) {
                throw new ActionException("\"" + path + "\" holds " + documents.size()
                        + " documents: name the one to merge into by useDocumentIncludingField (key and value).");
            }
            return document -> true;
        }
        String key = String.valueOf(field.get("key"));
        String value = String.valueOf(field.get("value"));
        return document -> documents.size() == 1 || at(document, key).equals(Optional.of(value));
    }

    private static Optional<String> at(YamlValue document, String path) {
        Optional<YamlValue> value = Optional.of(document);
        for (String key : List.of(path.split("\\."))) {
            value = value.flatMap(YamlValue::asMap).flatMap((YamlMap map) -> map.get(key));
        }
        return value.flatMap(YamlValue::asText);
    }
}
