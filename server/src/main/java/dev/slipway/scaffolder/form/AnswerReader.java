package dev.slipway.scaffolder.form;

import dev.slipway.scaffolder.fields.EntityWish;
import dev.slipway.scaffolding.form.FormField;
import dev.slipway.scaffolding.form.RepositoryUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the values of fields out of what a browser sent. */
record AnswerReader(MultiValueMap<String, String> sent, SecretCarrier secrets) {

    private static final int MOST_ROWS = 500;

    /** Puts the field's value, if one was sent, among those of the object that the field is in. */
    void read(FormField field, Map<String, @Nullable Object> into) {
        if (field.type().equals("null")) {
            return;
        }
        if (field.locked()) {
            LockedAnswers.open(field, sent.getFirst(Inputs.SEALED + field.path()), secrets)
                    .ifPresent(value -> into.put(field.name(), value));
        } else if (field.fieldset()) {
            Map<String, @Nullable Object> below = new LinkedHashMap<>();
            field.children().forEach(child -> read(child, below));
            if (field.free()) {
                below.putAll(EntryRows.read(sent, field));
            }
            if (!below.isEmpty()) {
                into.put(field.name(), below);
            }
        } else if (field.rows()) {
            count(field).ifPresent(count -> into.put(field.name(), rows(field, count)));
        } else if (field.free() && EntryRows.areSent(sent, field)) {
            Map<String, @Nullable Object> entries = EntryRows.read(sent, field);
            into.put(field.name(), entries.isEmpty() ? null : entries);
        } else if (isSent(field)) {
            into.put(field.name(), value(field));
        }
    }

    private boolean isSent(FormField field) {
        return Stream.of(Inputs.VALUE, Inputs.ADDED, Inputs.SEALED)
                        .anyMatch(kind -> sent.containsKey(kind + field.path()))
                || sent.containsKey(Inputs.PART + field.path() + ".host");
    }

    private Optional<Integer> count(FormField field) {
        String count = sent.getFirst(Inputs.COUNT + field.path());
        return count != null && count.matches("[0-9]{1,4}")
                ? Optional.of(Math.min(MOST_ROWS, Integer.parseInt(count)))
                : Optional.empty();
    }

    /** Rows whose fields are not known yet are empty until the next time it is read. */
    private List<@Nullable Object> rows(FormField field, int count) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            if (i < field.children().size()) {
                read(field.children().get(i), row);
            }
            rows.add(row.get(String.valueOf(i)));
        }
        return rows;
    }

    private @Nullable Object value(FormField field) {
        if (field.secret()) {
            return secret(field);
        }
        if (field.field().equals("RepoUrlPicker")) {
            return repository(field);
        }
        if (field.type().equals("array")) {
            return entries(field);
        }
        List<String> values = sent.getOrDefault(Inputs.VALUE + field.path(), List.of());
        if (field.type().equals("boolean") && values.contains("true")) {
            return true;
        }
        String text = values.isEmpty() ? "" : values.getLast();
        Optional<EntityWish> wish = EntityWish.of(field);
        return wish.isPresent() && !text.isBlank() ? wish.get().stored(text) : field.parse(text);
    }

    private @Nullable Object secret(FormField field) {
        String typed = Objects.toString(sent.getFirst(Inputs.VALUE + field.path()), "");
        String kept = Objects.toString(sent.getFirst(Inputs.SEALED + field.path()), "");
        return typed.isEmpty() ? secrets.open(field, kept).orElse(null) : typed;
    }

    /** With the usual owner but no repository nothing has been answered yet. */
    private @Nullable Object repository(FormField field) {
        String host = sent.getFirst(Inputs.PART + field.path() + ".host");
        if (host == null) {
            return field.parse(Objects.toString(sent.getFirst(Inputs.VALUE + field.path()), ""));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : RepositoryUrl.asked(host.strip())) {
            parts.put(
                    part,
                    Objects.toString(sent.getFirst(Inputs.PART + field.path() + "." + part), "")
                            .strip());
        }
        RepositoryUrl url = new RepositoryUrl(host.strip(), parts);
        return url.part("repo").isEmpty() ? null : url.toString();
    }

    private List<@Nullable Object> entries(FormField field) {
        Stream<String> added = sent.getOrDefault(Inputs.ADDED + field.path(), List.of()).stream()
                .flatMap(text -> Stream.of(text.split(field.field().equals("EntityTagsPicker") ? "[,\\s]+" : ",")));
        List<@Nullable Object> entries = new ArrayList<>();
        Stream.concat(sent.getOrDefault(Inputs.VALUE + field.path(), List.of()).stream(), added)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> entry(field, text))
                .filter(entry -> !entries.contains(entry))
                .forEach(entries::add);
        return entries;
    }

    private static Object entry(FormField field, String text) {
        return EntityWish.of(field)
                .<Object>map(wish -> wish.stored(text))
                .orElseGet(() -> Objects.requireNonNullElse(field.multiple() ? field.parse(text) : text, text));
    }
}
