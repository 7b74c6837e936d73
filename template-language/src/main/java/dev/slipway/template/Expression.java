package dev.slipway.template;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.run.Interpreter;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.syntax.TemplateParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression without delimiters, for example {@code parameters.replicas > 2}. */
public final class Expression {

    private final Source source;
    private final Node.Output output;
    private final TemplateOptions options;

    private Expression(Source source, Node.Output output, TemplateOptions options) {
        this.source = source;
        this.output = output;
        this.options = options;
    }

    /** Reads an expression; throws {@link TemplateException} if it is not one. */
    public static Expression parse(String name, String expression, TemplateOptions options) {
        Source source = new Source(name, expression);
        return new Expression(source, TemplateParser.parseExpression(source), options);
    }

    /** Its value: String, Number, Boolean, List, Map or null; undefined is null. */
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> context) {
        return new Interpreter(source, options, context).evaluate(output);
    }
}
