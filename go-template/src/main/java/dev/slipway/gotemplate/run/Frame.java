package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.Place;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.gotemplate.syntax.Node;
import dev.slipway.gotemplate.syntax.Quoting;
import org.jspecify.annotations.Nullable;

/** A template that is executing: its variables, and the node at which it is, for messages. */
final class Frame {

    private static final int LONGEST_MESSAGE = 20_000;

    final Execution execution;
    final Template template;
    final Variables variables;
    private Node node;

    Frame(Execution execution, Template template, @Nullable Object dollar) {
        this.execution = execution;
        this.template = template;
        this.variables = new Variables(dollar);
        this.node = template.body();
    }

    /** Each step of an execution comes by here. */
    void at(Node current) {
        node = current;
        allow(execution.budget().spend(1));
    }

    /** @param exceeded the limit that does not allow it; null when none */
    void allow(@Nullable String exceeded) {
        if (exceeded != null) throw over("executing needs more than " + exceeded);
    }

    /** With the place, when the one who found it did not know it. */
    LimitException placed(LimitException limit) {
        return limit.place() == null ? over("executing needs " + limit.getMessage()) : limit;
    }

    private LimitException over(String message) {
        return new LimitException(place(), "template: " + place() + ": " + message);
    }

    /** As {@link #at}, for a step that was counted already. */
    void backAt(Node current) {
        node = current;
    }

    Place place() {
        return template.source().place(node);
    }

    /** Each template on the way out repeats what is said of the one within it. */
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }

    TemplateException error(String message) {
        return error(message, null);
    }

    TemplateException error(String message, @Nullable Throwable cause) {
        Place place = place();
        String where = "template: " + place + ": executing " + Quoting.quote(template.name()) + " at <" + node.source()
                + ">: ";
        String all = shortened(where + message);
        return cause == null ? new TemplateException(place, all) : new TemplateException(place, all, cause);
    }
}
