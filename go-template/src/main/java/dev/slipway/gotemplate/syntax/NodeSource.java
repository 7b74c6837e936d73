package dev.slipway.gotemplate.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes as Go prints them. */
final class NodeSource {

    private static final int LONG = 4_000;

    private final StringBuilder out = new StringBuilder();

    private NodeSource() {}

    static String of(Node node) {
        NodeSource source = new NodeSource();
        source.write(node);
        return source.out.toString();
    }

    private void write(Node node) {
        if (out.length() > LONG) return;
        switch (node) {
            case Operand operand -> operand(operand);
            case Statement statement -> statement(statement);
            case Command command -> command(command);
            case Body body -> body.statements().forEach(this::write);
        }
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Text text -> out.append(text.text());
            case Statement.Action action -> action("", action.pipe());
            case Statement.If it -> branch("if ", it.pipe(), it.body(), it.otherwise());
            case Statement.With it -> branch("with ", it.pipe(), it.body(), it.otherwise());
            case Statement.Range it -> branch("range ", it.pipe(), it.body(), it.otherwise());
            case Statement.Template it -> template(it);
            case Statement.Break it -> out.append("{{break}}");
            case Statement.Continue it -> out.append("{{continue}}");
        }
    }

    private void action(String word, Pipe pipe) {
        out.append("{{").append(word);
        write(pipe);
        out.append("}}");
    }

    private void template(Statement.Template template) {
        out.append("{{template ").append(Quoting.quote(template.name()));
        if (template.pipe() != null) {
            out.append(' ');
            write(template.pipe());
        }
        out.append("}}");
    }

    private void branch(String word, Pipe pipe, Body body, @Nullable Body otherwise) {
        action(word, pipe);
        write(body);
        if (otherwise != null) {
            out.append("{{else}}");
            write(otherwise);
        }
        out.append("{{end}}");
    }

    private void operand(Operand operand) {
        switch (operand) {
            case Operand.Dot it -> out.append('.');
            case Operand.Nil it -> out.append("nil");
            case Operand.Bool it -> out.append(it.value());
            case Operand.Text it -> out.append(it.quoted());
            case Operand.Name it -> out.append(it.name());
            case Operand.Field it -> fields(it.names());
            case Operand.Variable it -> {
                out.append(it.name());
                fields(it.fields());
            }
            case Operand.Chain it -> {
                inParentheses(it.of());
                fields(it.fields());
            }
            case NumberLiteral it -> out.append(it.source());
            case Pipe it -> pipe(it);
        }
    }

    private void fields(List<String> names) {
        names.forEach(name -> out.append('.').append(name));
    }

    private void pipe(Pipe pipe) {
        for (int i = 0; i < pipe.variables().size(); i++) {
            if (i > 0) out.append(", ");
            write(pipe.variables().get(i));
        }
        if (!pipe.variables().isEmpty()) out.append(pipe.assigns() ? " = " : " := ");
        for (int i = 0; i < pipe.commands().size(); i++) {
            if (i > 0) out.append(" | ");
            write(pipe.commands().get(i));
        }
    }

    private void command(Command command) {
        inParentheses(command.first());
        for (Operand argument : command.arguments()) {
            out.append(' ');
            inParentheses(argument);
        }
    }

    private void inParentheses(Operand operand) {
        if (operand instanceof Pipe) out.append('(');
        write(operand);
        if (operand instanceof Pipe) out.append(')');
    }
}
