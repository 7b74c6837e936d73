package dev.slipway.gitops.validation.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.slipway.documents.spelling.Nearest;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a schema says of values beyond their type: listed values, patterns, formats, bounds. */
final class Scalars {

    /** RE2, as Kubernetes has it: definitions are other people's, and time stays linear. */
    private static final Map<String, Optional<Pattern>> PATTERNS = new ConcurrentHashMap<>();

    private Scalars() {}

    static List<Violation> violations(Map<String, @Nullable Object> schema, Object value, String at) {
        List<Violation> violations = new ArrayList<>();
        enumerated(schema, value, at).ifPresent(violations::add);
        switch (value) {
            case String text -> text(schema, text, at, violations);
            case Number number -> number(schema, number, at, violations);
            case List<?> list -> bounds(schema, list.size(), "Items", "entries", at, violations);
            case Map<?, ?> map -> bounds(schema, map.size(), "Properties", "fields", at, violations);
            default -> {}
        }
        return violations;
    }

    private static Optional<Violation> enumerated(Map<String, @Nullable Object> schema, Object value, String at) {
        List<String> listed = Walk.texts(schema.get("enum"));
        if (listed.isEmpty() || listed.contains(String.valueOf(value))) {
            return Optional.empty();
        }
        return Optional.of(wrong(
                at,
                "\"" + value + "\" is none of the values that are listed for this.",
                String.join(", ", listed),
                Nearest.of(String.valueOf(value), listed)
                        .map(each -> "Did you mean \"" + each + "\"?")
                        .orElse("")));
    }

    private static void text(Map<String, @Nullable Object> schema, String text, String at, List<Violation> violations) {
        if ("quantity".equals(schema.get("type")) && Quantity.parse(text).isEmpty()) {
            violations.add(wrong(at, "\"" + text + "\" is no quantity.", "for example 500m, 2 or 1Gi", ""));
        }
        if (schema.get("pattern") instanceof String pattern && !matches(pattern, text)) {
            violations.add(wrong(at, "\"" + text + "\" is not written as it must be.", "the pattern " + pattern, ""));
        }
        if (schema.get("format") instanceof String format && !isOfFormat(format, text)) {
            violations.add(wrong(
                    at,
                    "\"" + shortened(text) + "\" is not of the format " + format + ".",
                    format.equals("byte") ? "Base64" : format,
                    ""));
        }
        bounds(schema, text.codePointCount(0, text.length()), "Length", "characters", at, violations);
    }

    /** A pattern that is none is the definition's business, not the object's. */
    private static boolean matches(String pattern, String text) {
        return PATTERNS.computeIfAbsent(pattern, Scalars::compiled)
                .map(each -> each.matcher(text).find())
                .orElse(true);
    }

    private static Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            return switch (format) {
                case "byte" -> isBase64(text);
                case "date-time" -> OffsetDateTime.parse(text) != null;
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return false;
        }
    }

    /** As Go reads it: with its padding, and with nothing between but the ends of lines. */
    private static boolean isBase64(String text) {
        String encoded = text.replace("\r", "").replace("\n", "");
        int decoded = Base64.getDecoder().decode(encoded).length;
        return encoded.length() == (decoded + 2) / 3 * 4;
    }

    private static void number(
            Map<String, @Nullable Object> schema, Number number, String at, List<Violation> violations) {
        BigDecimal value = new BigDecimal(number.toString());
        BigDecimal least = bound(schema, "minimum");
        BigDecimal most = bound(schema, "maximum");
        if (least == null && "int32".equals(schema.get("format"))) {
            least = BigDecimal.valueOf(Integer.MIN_VALUE);
        }
        if (most == null && "int32".equals(schema.get("format"))) {
            most = BigDecimal.valueOf(Integer.MAX_VALUE);
        }
        if (least != null && below(value, least, Boolean.TRUE.equals(schema.get("exclusiveMinimum")))) {
            violations.add(wrong(at, number + " is too small.", "at least " + least.toPlainString(), ""));
        }
        if (most != null && below(most, value, Boolean.TRUE.equals(schema.get("exclusiveMaximum")))) {
            violations.add(wrong(at, number + " is too large.", "at most " + most.toPlainString(), ""));
        }
    }

    private static boolean below(BigDecimal value, BigDecimal bound, boolean exclusive) {
        return exclusive ? value.compareTo(bound) <= 0 : value.compareTo(bound) < 0;
    }

    private static @Nullable BigDecimal bound(Map<String, @Nullable Object> schema, String name) {
        return schema.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private static void bounds(
            Map<String, @Nullable Object> schema,
            int size,
            String what,
            String words,
            String at,
            List<Violation> violations) {
        BigDecimal least = bound(schema, "min" + what);
        BigDecimal most = bound(schema, "max" + what);
        if (least != null && BigDecimal.valueOf(size).compareTo(least) < 0) {
            violations.add(wrong(at, "These are " + size + " " + words + ".", "at least " + least, ""));
        }
        if (most != null && BigDecimal.valueOf(size).compareTo(Objects.requireNonNull(most)) > 0) {
            violations.add(wrong(at, "These are " + size + " " + words + ".", "at most " + most, ""));
        }
    }

    private static Violation wrong(String at, String what, String expected, String next) {
        return Violation.error(Rule.SCHEMA_VALUE, at, what, expected, next);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
