package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts segments together into nodes: how tags nest. What each tag means is read by {@link TagParser}. */
public final class TemplateParser {

    private static final int DEEPEST = 80;

    private final Cursor cursor;
    private final TagParser tags;
    private Names names = Names.alone();
    private int depth;

    private TemplateParser(Cursor cursor) {
        this.cursor = cursor;
        this.tags = new TagParser(this, cursor);
    }

    /** Reads a template; throws {@link TemplateException} if it is not one. */
    public static Node.Root parse(Source source, TemplateOptions options) {
        TemplateParser parser = new TemplateParser(new Cursor(source, new Segmenter(source, options).segments()));
        try {
            List<Node> body = parser.nodes(Set.of(), null);
            return new Node.Root(body, parser.names.slotCount());
        } catch (StackOverflowError e) {
            throw source.tooDeepForThisThread(e);
        }
    }

    /** Reads a bare expression. */
    public static Node.Output parseExpression(Source source) {
        int end = source.text().length();
        Tokens tokens = new Tokens(source, Tokenizer.tokenize(source, 0, 0, "").tokens(), 0, end);
        Expr value = new ExpressionParser(tokens, Names.alone()).expression();
        tokens.expectEnd();
        return new Node.Output(value, 0, end);
    }

    Names names() {
        return names;
    }

    /** The body of a tag that has names of its own. */
    List<Node> nodes(Names inside, Set<String> ends, Segment.Block opened) {
        Names outside = names;
        names = inside;
        List<Node> body = nodes(ends, opened);
        names = outside;
        return body;
    }

    /** Up to one of the tags that end the block, which is left for the caller. */
    List<Node> nodes(Set<String> ends, Segment.@Nullable Block opened) {
        enter(opened);
        List<Node> nodes = new ArrayList<>();
        while (!cursor.isAt(ends)) {
            switch (cursor.peek()) {
                case Segment.Text text -> {
                    nodes.add(new Node.Text(text.text()));
                    cursor.skip();
                }
                case Segment.Variable variable -> {
                    Expr value = whole(cursor.tokens(variable));
                    nodes.add(new Node.Output(value, variable.start(), variable.end()));
                    cursor.skip();
                }
                case Segment.Block _ -> nodes.add(tags.tag());
                case null -> {
                    if (opened != null) {
                        throw cursor.problem(
                                opened,
                                "\"end" + opened.name() + "\" is missing for the tag that begins here.",
                                List.of());
                    }
                    return List.copyOf(nodes);
                }
            }
        }
        depth--;
        return List.copyOf(nodes);
    }

    private void enter(Segment.@Nullable Block opened) {
        if (++depth > DEEPEST && opened != null) {
            throw cursor.problem(opened, "Tags are nested more than " + DEEPEST + " levels deep.", List.of());
        }
    }

    Expr whole(Tokens tokens) {
        Expr value = new ExpressionParser(tokens, names).expression();
        tokens.expectEnd();
        return value;
    }
}
