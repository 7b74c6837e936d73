package dev.slipway.scaffolder.form;

import dev.slipway.scaffolding.form.FormField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of fields that are read-only or disabled: what a browser sends for them counts for nothing. It carries them sealed, and only
 * those that are not what the field has by itself.
 */
final class LockedAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LockedAnswers() {}

    /** The answer, sealed; empty where the field has it by itself. */
    static String sealed(FormField field, SecretCarrier carrier) {
        Object value = field.value();
        if (value == null || (value.equals(field.start()) && !entry(field))) {
            return "";
        }
        return carrier.seal(field, field.secret() ? value.toString() : JSON.writeValueAsString(value));
    }

    /** An entry of a list takes no default when it is read. */
    private static boolean entry(FormField field) {
        return field.name().matches("[0-9]+");
    }

    /** What was sealed; empty where it was not. */
    static Optional<Object> open(FormField field, @Nullable String sealed, SecretCarrier carrier) {
        return Optional.ofNullable(sealed)
                .flatMap(text -> carrier.open(field, text))
                .map(text -> field.secret() ? text : JSON.readValue(text, Object.class));
    }
}
