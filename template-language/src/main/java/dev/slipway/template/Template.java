package dev.slipway.template;

import dev.slipway.template.analysis.Analyser;
import dev.slipway.template.analysis.Analysis;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.run.Interpreter;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.syntax.TemplateParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed template; immutable, and safe for use by several threads. */
public final class Template {

    private final Source source;
    private final Node.Root root;
    private final TemplateOptions options;

    private Template(Source source, Node.Root root, TemplateOptions options) {
        this.source = source;
        this.root = root;
        this.options = options;
    }

    /**
     * Reads a template.
     *
     * @param name the name of the file for messages
     * @throws TemplateException if it is not a template, or uses a tag that is not known
     */
    public static Template parse(String name, String source, TemplateOptions options) {
        Source text = new Source(name, source);
        return new Template(text, TemplateParser.parse(text, options), options);
    }

    /**
     * The text that the template makes of this context.
     *
     * @param context maps with text keys, lists, texts, numbers, booleans and nulls; it is never changed
     * @throws TemplateException if an expression cannot be evaluated, or a limit is reached
     */
    public String render(Map<String, ? extends @Nullable Object> context) {
        return interpreter(context).render(root);
    }

    /**
     * The value of a template that is exactly one expression, with its type; the rendered text of any other. Undefined is
     * null.
     */
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> context) {
        return isOneExpression() && root.body().getFirst() instanceof Node.Output output
                ? interpreter(context).evaluate(output)
                : render(context);
    }

    /** Whether the template is plain text, which renders to itself whatever the context. */
    public boolean isPlainText() {
        return root.body().stream().allMatch(Node.Text.class::isInstance);
    }

    /** Whether {@link #evaluate} keeps the type of a value: the template is exactly one expression. */
    public boolean isOneExpression() {
        return root.body().size() == 1
                && root.body().getFirst() instanceof Node.Output
                && source.text().startsWith(options.variable().start());
    }

    /** What the template uses of its context, and the filters and tests that it uses and that do not exist. */
    public Analysis analyse() {
        return Analyser.analyse(source, root, options);
    }

    private Interpreter interpreter(Map<String, ? extends @Nullable Object> context) {
        return new Interpreter(source, options, context);
    }
}
