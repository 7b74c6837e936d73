package dev.slipway.scaffolding.form;

import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page's {@code when}: an expression over the answers so far, for example {@code ${{ parameters.kind === 'sql' }}}. */
final class PageCondition {

    private static final TemplateOptions OPTIONS = TemplateOptions.backstage();

    private PageCondition() {}

    /** A page without a condition, or with one that cannot be evaluated, is shown. */
    static boolean holds(Map<String, @Nullable Object> page, Map<String, @Nullable Object> values) {
        return switch (page.get("when")) {
            case null -> true;
            case String text -> holds(text, values);
            case Object value -> truthy(value);
        };
    }

    private static boolean holds(String text, Map<String, @Nullable Object> values) {
        try {
            return truthy(Template.parse("when", text, OPTIONS).evaluate(Map.of("parameters", values)));
        } catch (TemplateException _) { // lint names it; a form without the page could never be filled in
            return true;
        }
    }

    private static boolean truthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty() && !text.equals("false");
            case Number number -> number.doubleValue() != 0;
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }
}
