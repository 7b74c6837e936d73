package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts segments together into nodes: which tags there are and how they nest. */
public final class TemplateParser {

    private static final int DEEPEST = 100;
    private static final List<String> TAGS = List.of("if", "for", "set", "raw", "verbatim");

    private final Source source;
    private final List<Segment> segments;
    private int at;
    private int depth;

    private TemplateParser(Source source, List<Segment> segments) {
        this.source = source;
        this.segments = segments;
    }

    /** Reads a template; throws {@link TemplateException} if it is not one. */
    public static List<Node> parse(Source source, TemplateOptions options) {
        TemplateParser parser = new TemplateParser(source, new Segmenter(source, options).segments());
        return parser.nodes(Set.of(), null);
    }

    /** Reads a bare expression. */
    public static Node.Output parseExpression(Source source) {
        int end = source.text().length();
        Tokens tokens = new Tokens(source, Tokenizer.tokenize(source, 0, 0, "").tokens(), 0, end);
        return new Node.Output(whole(tokens), 0, end);
    }

    private static Expr whole(Tokens tokens) {
        Expr value = new ExpressionParser(tokens).expression();
        tokens.expectEnd();
        return value;
    }

    /** Up to one of the tags that end the block, which is left for the caller. */
    private List<Node> nodes(Set<String> ends, Segment.@Nullable Block opened) {
        if (++depth > DEEPEST) {
            throw problem(opened, "Tags are nested more than " + DEEPEST + " levels deep.");
        }
        List<Node> nodes = new ArrayList<>();
        while (at < segments.size()) {
            switch (segments.get(at)) {
                case Segment.Text text -> nodes.add(new Node.Text(text.text()));
                case Segment.Variable variable ->
                    nodes.add(new Node.Output(whole(tokens(variable)), variable.start(), variable.end()));
                case Segment.Block block -> {
                    if (ends.contains(block.name())) {
                        depth--;
                        return List.copyOf(nodes);
                    }
                    nodes.add(tag(block));
                    continue;
                }
            }
            at++;
        }
        if (opened != null) {
            throw problem(opened, "\"end" + opened.name() + "\" is missing for the tag that begins here.");
        }
        return List.copyOf(nodes);
    }

    /** A whole tag with its end; afterwards the cursor is behind it. */
    private Node tag(Segment.Block block) {
        at++;
        Tokens tokens = tokens(block);
        String name = tokens.peek().text();
        tokens.next();
        return switch (name) {
            case "if" -> ifTag(block, tokens);
            case "for" -> forTag(block, tokens);
            case "set" -> setTag(block, tokens);
            default -> throw unknown(block, name);
        };
    }

    private Node ifTag(Segment.Block block, Tokens condition) {
        List<Node.Branch> branches = new ArrayList<>();
        branches.add(branch(block, block, condition));
        while (Set.of("elif", "elseif").contains(next().name())) {
            Segment.Block branch = take();
            Tokens tokens = tokens(branch);
            tokens.next();
            branches.add(branch(block, branch, tokens));
        }
        List<Node> otherwise = List.of();
        if (next().name().equals("else")) {
            take();
            otherwise = nodes(Set.of("endif"), block);
        }
        take();
        return new Node.If(List.copyOf(branches), otherwise);
    }

    private Node.Branch branch(Segment.Block opened, Segment.Block tag, Tokens condition) {
        Expr expression = whole(condition);
        List<Node> body = nodes(Set.of("elif", "elseif", "else", "endif"), opened);
        return new Node.Branch(expression, body, tag.start(), tag.end());
    }

    private Node forTag(Segment.Block block, Tokens tokens) {
        List<String> names = names(tokens);
        tokens.expect("in");
        Expr items = whole(tokens);
        List<Node> body = nodes(Set.of("else", "endfor"), block);
        List<Node> otherwise = List.of();
        if (take().name().equals("else")) {
            otherwise = nodes(Set.of("endfor"), block);
            take();
        }
        return new Node.For(names, items, body, otherwise, block.start(), block.end());
    }

    private Node setTag(Segment.Block block, Tokens tokens) {
        List<String> names = names(tokens);
        if (tokens.skip("=")) {
            return new Node.Assign(names, whole(tokens), List.of(), block.start(), block.end());
        }
        tokens.expectEnd();
        List<Node> body = nodes(Set.of("endset"), block);
        take();
        return new Node.Assign(names, null, body, block.start(), block.end());
    }

    private static List<String> names(Tokens tokens) {
        List<String> names = new ArrayList<>(List.of(tokens.name()));
        while (tokens.skip(",")) {
            names.add(tokens.name());
        }
        return List.copyOf(names);
    }

    private Segment.Block next() {
        return (Segment.Block) segments.get(at);
    }

    private Segment.Block take() {
        return (Segment.Block) segments.get(at++);
    }

    private Tokens tokens(Segment.Variable variable) {
        return new Tokens(source, variable.tokens(), variable.start(), variable.end());
    }

    private Tokens tokens(Segment.Block block) {
        return new Tokens(source, block.tokens(), block.start(), block.end());
    }

    private TemplateException unknown(Segment.Block block, String name) {
        String reason = name.startsWith("end") || name.startsWith("el")
                ? "\"" + name + "\" has no tag that it belongs to."
                : "The tag \"" + name + "\" is not known.";
        return source.problem(
                block.start(), source.excerpt(block.start(), block.end()), reason, NearMisses.of(name, TAGS), null);
    }

    private TemplateException problem(Segment.@Nullable Block block, String reason) {
        return block == null
                ? source.problem(0, "", reason)
                : source.problem(block.start(), source.excerpt(block.start(), block.end()), reason);
    }
}
