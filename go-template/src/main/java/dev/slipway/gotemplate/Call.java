package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/**
 * The call of a function by a running template: the way to other templates, and the limits that all of one execution share. Only valid
 * while the function runs, in its thread.
 */
public interface Call {

    /** The name that the function was called by. */
    String name();

    /** Where in which template the call stands. */
    Place place();

    /** The set that the running template belongs to: what {@code include} and {@code tpl} look names up in. */
    GoTemplates templates();

    /** What the execution was started with. */
    Options options();

    /**
     * Executes a template of the running set; its output is returned and not written.
     *
     * @throws TemplateException as {@link GoTemplates#execute}; a function lets it pass
     */
    default String execute(String template, @Nullable Object data) {
        return execute(templates(), template, data);
    }

    /** As {@link #execute(String, Object)} for another set ({@code templates().plus(name, text)} for {@code tpl}), within this execution's limits. */
    String execute(GoTemplates set, String template, @Nullable Object data);

    /** Takes work from the limits: for functions that loop as often as an argument says. One step is what evaluating an operand costs. */
    void spend(long steps);

    /** Takes characters from the limits before a function builds a large text; what a function returns is taken by itself. */
    void reserve(long characters);
}
