package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;

/** JavaScript's {@code text.replace(pattern, with)}, for the filter of that name. */
public final class TextReplacement {

    private TextReplacement() {}

    public static Object replace(String text, Arguments patternAndReplacement, Budget budget) {
        return TextMethods.call(text, "replace", patternAndReplacement, budget);
    }
}
