package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of Backstage ({@code ui:field}) ask of their values, as far as it can be told without a catalog. Source of the
 * rules: the validation functions of {@code @backstage/plugin-scaffolder} and {@code catalog-model}.
 */
final class FieldRules {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern TAG = Pattern.compile("[a-z0-9+#]+(-[a-z0-9+#]+)*");
    private static final Pattern BRANCH =
            Pattern.compile("(?!/|.*(?:[/.]\\.|//|@\\{|\\\\))[^\\x00-\\x20\\x7f~^:?*\\[]+(?<!\\.lock|[/.])");
    private static final int LONGEST = 63;
    private static final int LONGEST_BRANCH = 200;

    private FieldRules() {}

    static List<String> problems(FormField field, @Nullable Object value) {
        return switch (field.field()) {
            case "EntityNamePicker" -> name(Plain.shown(value));
            case "EntityTagsPicker" -> tags(value);
            case "RepoUrlPicker" -> RepositoryUrl.problems(field, Plain.shown(value));
            case "RepoBranchPicker" -> branch(Plain.shown(value));
            case "RepoOwnerPicker" -> listed(field, "allowedOwners", Plain.shown(value));
            default -> List.of();
        };
    }

    private static List<String> name(String value) {
        return value.length() <= LONGEST && NAME.matcher(value).matches()
                ? List.of()
                : List.of(
                        "Begin and end with a letter or digit; between them also hyphens, underscores and dots. At most "
                                + LONGEST + " characters.");
    }

    private static List<String> tags(@Nullable Object value) {
        return Plain.list(value).stream()
                .map(Plain::shown)
                .filter(tag -> tag.length() > LONGEST || !TAG.matcher(tag).matches())
                .map(tag ->
                        "\"" + tag + "\" is not a tag: use lower-case letters, digits, + and #, with single hyphens "
                                + "between them; at most " + LONGEST + " characters.")
                .toList();
    }

    private static List<String> branch(String value) {
        return value.length() <= LONGEST_BRANCH && BRANCH.matcher(value).matches()
                ? List.of()
                : List.of("\"" + value + "\" is not a name that Git allows for a branch.");
    }

    static List<String> listed(FormField field, String option, String value) {
        List<String> allowed = allowed(field, option);
        return allowed.isEmpty() || allowed.stream().anyMatch(value::equalsIgnoreCase)
                ? List.of()
                : List.of("\"" + value + "\" is not allowed here: expected " + String.join(" or ", allowed) + ".");
    }

    static List<String> allowed(FormField field, String option) {
        Map<String, @Nullable Object> options = Plain.map(field.schema().get("ui:options"));
        return Plain.list(options.get(option)).stream().map(Plain::shown).toList();
    }
}
