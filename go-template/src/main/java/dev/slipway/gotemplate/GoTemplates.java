package dev.slipway.gotemplate;

import dev.slipway.gotemplate.run.Execution;
import dev.slipway.gotemplate.run.TemplateSet;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of parsed templates that can call each other by name: Go's associated templates. Each text is a template under its own
 * name, and what it defines are more. Where a name is defined again, the later definition wins, unless it is empty (white space
 * and comments only), as in Go.
 *
 * <p>Safe for use by several threads; parsing is done once, executing leaves nothing behind.
 */
public final class GoTemplates {

    private final TemplateSet set;

    private GoTemplates(TemplateSet set) {
        this.set = set;
    }

    /** As {@link #parse(Map, Functions, Delimiters)}, between double braces. */
    public static GoTemplates parse(Map<String, String> textsByName, Functions functions) {
        return parse(textsByName, functions, Delimiters.braces());
    }

    /**
     * Parses texts in the order of the map.
     *
     * @param functions all that the texts call beside Go's own
     * @throws TemplateException when one is not a template, or calls a function that is not there; with the first error of each text, on
     *     a line each, and the place of the first
     */
    public static GoTemplates parse(Map<String, String> textsByName, Functions functions, Delimiters delimiters) {
        return new GoTemplates(new TemplateSet(Map.of(), functions, delimiters).plus(textsByName));
    }

    /** This set and one more text, parsed on top of it with the same functions and delimiters; this set stays as it is. */
    public GoTemplates plus(String name, String text) {
        return new GoTemplates(set.plus(Map.of(name, text)));
    }

    /** The same templates with other functions behind the names; all names that were parsed must still be there. */
    public GoTemplates withFunctions(Functions functions) {
        return new GoTemplates(set.with(functions));
    }

    /** The names of all templates: of the texts, and of what they define. */
    public Set<String> names() {
        return Collections.unmodifiableSet(set.templates().keySet());
    }

    /**
     * Executes a template.
     *
     * @param data a value as {@link GoValues} describes them; not to be changed meanwhile by others
     * @return what it wrote
     * @throws TemplateException when there is no such template, or it fails
     * @throws LimitException when it needs more than the options' limits
     */
    public String execute(String name, @Nullable Object data, Options options) {
        return rendering(options).execute(name, data);
    }

    /** For executing several templates of the set within the same limits. */
    public Rendering rendering(Options options) {
        return new Rendering(Execution.of(this, templates -> templates.set, options));
    }
}
