package dev.slipway.entities;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values that YAML can say and JSON in a database cannot, and documents that are too long with all that they name. */
final class Storable {

    private static final int MOST_TEXT = 16 << 20;

    private final Findings findings;
    private long characters;

    Storable(Findings findings) {
        this.findings = findings;
    }

    void check(Map<String, @Nullable Object> document) {
        check(document, Pointer.DOCUMENT);
        if (characters > MOST_TEXT) {
            findings.add(
                    Pointer.DOCUMENT,
                    "The document holds more than " + (MOST_TEXT >> 20)
                            + " MiB of text, with its placeholders and aliases.",
                    "a shorter one");
        }
    }

    private void check(@Nullable Object value, Pointer pointer) {
        switch (value) {
            case String text -> text(text, pointer);
            case Double number -> number(number, pointer);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    check(list.get(i), pointer.below(i));
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    Pointer below = pointer.below(String.valueOf(key));
                    text(String.valueOf(key), below);
                    check(item, below);
                });
            case null, default -> {}
        }
    }

    private void number(double number, Pointer pointer) {
        if (!Double.isFinite(number)) {
            findings.add(pointer, number + " is not a number that JSON knows.", "a finite number, or a text in quotes");
        }
    }

    private void text(String text, Pointer pointer) {
        characters += text.length();
        for (int i = 0; i < text.length() && characters <= MOST_TEXT; i++) {
            char character = text.charAt(i);
            if (character == 0) {
                findings.add(pointer, "The text holds the character U+0000.", "a text without it");
                return;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    findings.add(pointer, "The text holds half a character (a lone surrogate).", "well-formed Unicode");
                    return;
                }
                i++;
            }
        }
    }
}
