package dev.slipway.gitops.validation;

import dev.slipway.gitops.secrets.Hidden;
import dev.slipway.gitops.secrets.Redaction;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps secret values out of what is said of them: findings are read by more people than Secrets. */
final class SecretValues {

    /** To the last quote, as a value may hold some itself. */
    private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);

    private static final Pattern POSITION = Pattern.compile("\\d{1,6}");

    private final Redaction redaction = new Redaction();

    /** The same where the value is no secret, or the finding is about no single one. */
    Violation hidden(Resource object, Violation violation) {
        if (violation.pointer().isEmpty()) {
            return violation;
        }
        Object shown = at(redaction.of(object.content()), violation.pointer());
        return shown instanceof Hidden
                ? violation.saying(without(
                        violation.what(),
                        String.valueOf(at(object.content(), violation.pointer())),
                        Matcher.quoteReplacement(shown.toString())))
                : violation;
    }

    private static String without(String what, String value, String shown) {
        String unquoted = QUOTED.matcher(what).replaceAll("\"" + shown + "\"");
        return value.isEmpty() ? unquoted : unquoted.replace(value, shown);
    }

    private static @Nullable Object at(@Nullable Object root, String pointer) {
        Object value = root;
        for (String step : pointer.substring(1).split("/", -1)) {
            value = in(value, step.replace("~1", "/").replace("~0", "~"));
        }
        return value;
    }

    private static @Nullable Object in(@Nullable Object value, String step) {
        return switch (value) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list
            when POSITION.matcher(step).matches() && Integer.parseInt(step) < list.size() ->
                list.get(Integer.parseInt(step));
            case null, default -> null;
        };
    }
}
