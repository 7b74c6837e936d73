package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/**
 * The call of a function by a running template: the way to other templates, and the limits that all of one execution share. Only valid
 * while the function runs, in its thread.
 *
 * <p>A function that makes lists, maps, or a text that may be many times as long as its arguments takes what it needs from the limits
 * before it makes it; a text that it returns is taken by itself.
 */
public interface Call {

    /** The characters that a place in a list counts as. */
    long ELEMENT = 8;

    /** The characters that an entry of a map counts as, or any other small object. */
    long ENTRY = 64;

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

    /** The running set and one more text, parsed within this execution's limits. */
    GoTemplates plus(String name, String text);

    /** Takes work from the limits: for functions that loop as often as an argument says. One step is what evaluating an operand costs. */
    void spend(long steps);

    /**
     * Takes steps for comparing a value with another, part by part.
     *
     * @param times how often
     */
    void spendOn(@Nullable Object value, long times);

    /** Takes characters from the limits before a function makes what holds so many. */
    void reserve(long characters);

    /**
     * Takes characters for a copy of the value, or for its writing in some notation: with the texts, lists and maps in it, those that
     * stand in it twice counted twice.
     */
    void reserveCopy(@Nullable Object value);

    /** Refuses a text of so many characters, before it is made, when they are not left. */
    void checkRoom(long characters);

    /** How many characters can be made at once. */
    long charactersLeft();
}
