package dev.slipway.scaffolder.form;

import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A part of an answer that a page carries without showing it. */
public record HiddenInput(String name, String value) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All that is needed to read the field's value again; secrets are sealed. */
    static List<HiddenInput> of(FormField field, SecretCarrier secrets) {
        if (field.locked()) {
            String sealed = LockedAnswers.sealed(field, secrets);
            return sealed.isEmpty() ? List.of() : List.of(new HiddenInput(Inputs.SEALED + field.path(), sealed));
        }
        List<HiddenInput> inputs = new ArrayList<>();
        if (!field.variants().titles().isEmpty()) {
            inputs.add(new HiddenInput(
                    Inputs.CHOICE + field.path(),
                    String.valueOf(field.variants().chosen())));
        }
        if (field.fieldset() || field.rows()) {
            if (field.rows()) {
                inputs.add(new HiddenInput(
                        Inputs.COUNT + field.path(),
                        String.valueOf(field.children().size())));
            }
            field.children().forEach(child -> inputs.addAll(of(child, secrets)));
            if (field.free()) {
                field.entries().forEach((name, value) -> {
                    inputs.add(new HiddenInput(Inputs.NAME + field.path(), name));
                    inputs.add(new HiddenInput(Inputs.ENTRY + field.path(), text(value)));
                });
            }
        } else if (!field.type().equals("null")) {
            inputs.addAll(value(field, secrets));
        }
        return inputs;
    }

    private static List<HiddenInput> value(FormField field, SecretCarrier secrets) {
        Object value = field.value();
        if (field.secret()) {
            return value == null
                    ? List.of()
                    : List.of(new HiddenInput(Inputs.SEALED + field.path(), secrets.seal(field, value.toString())));
        }
        String name = Inputs.VALUE + field.path();
        return value instanceof List<?> list && field.type().equals("array")
                ? Stream.concat(Stream.of(""), list.stream().map(HiddenInput::text))
                        .map(text -> new HiddenInput(name, text))
                        .toList()
                : List.of(new HiddenInput(name, text(value)));
    }

    /** As it is entered. */
    static String text(@Nullable Object value) {
        return value instanceof Map || value instanceof List
                ? JSON.writeValueAsString(value)
                : Objects.toString(value, "");
    }
}
