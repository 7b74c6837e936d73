package dev.slipway.scaffolder.form;

import dev.slipway.scaffolding.form.FormField;
import java.util.Optional;

/** Seals the secrets of one person's answers to one template. */
public record SecretCarrier(SealedSecrets sealed, String template, String account) {

    String seal(FormField field, String secret) {
        return sealed.seal(secret, purpose(field));
    }

    Optional<String> open(FormField field, String text) {
        return sealed.open(text, purpose(field));
    }

    private String purpose(FormField field) {
        return account + "\n" + template + "\n" + field.path();
    }
}
