package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tags: what stands in each, and how it ends. */
final class TagParser {

    private static final List<String> TAGS =
            List.of("if", "for", "switch", "set", "block", "macro", "call", "filter", "raw", "verbatim");
    private static final Set<String> OTHER_FILES = Set.of("include", "import", "from", "extends");
    private static final Set<String> PARTS = Set.of("elif", "elseif", "else", "case", "default");

    private final TemplateParser bodies;
    private final Cursor cursor;
    private final RoutineParser routines;
    private final Set<String> blocks = new HashSet<>();

    TagParser(TemplateParser bodies, Cursor cursor) {
        this.bodies = bodies;
        this.cursor = cursor;
        this.routines = new RoutineParser(bodies, cursor);
    }

    /** A whole tag with its end; afterwards the cursor is behind it. */
    Node tag() {
        Segment.Block block = cursor.take();
        Tokens tokens = cursor.tokens(block);
        String name = tokens.next().text();
        return switch (name) {
            case "if" -> ifTag(block, tokens);
            case "for" -> forTag(block, tokens);
            case "switch" -> switchTag(block, tokens);
            case "set" -> setTag(block, tokens);
            case "block" -> blockTag(block, tokens);
            case "filter" -> filterTag(block, tokens);
            case "macro" -> routines.macro(block, tokens);
            case "call" -> routines.call(block, tokens);
            default -> throw unknown(block, name);
        };
    }

    private Node ifTag(Segment.Block block, Tokens condition) {
        List<Node.Branch> branches = new ArrayList<>();
        branches.add(branch(block, block, condition));
        while (cursor.isAt(Set.of("elif", "elseif"))) {
            Segment.Block branch = cursor.take();
            Tokens tokens = cursor.tokens(branch);
            tokens.next();
            branches.add(branch(block, branch, tokens));
        }
        List<Node> otherwise = otherwise(bodies.names(), "else", "endif", block);
        cursor.takeBare();
        return new Node.If(List.copyOf(branches), otherwise);
    }

    private Node.Branch branch(Segment.Block opened, Segment.Block tag, Tokens condition) {
        Expr expression = bodies.whole(condition);
        List<Node> body = bodies.nodes(Set.of("elif", "elseif", "else", "endif"), opened);
        return new Node.Branch(expression, body, tag.start(), tag.end());
    }

    /** The body of {@code else} or {@code default}, if there is one, up to the end. */
    private List<Node> otherwise(Names names, String tag, String end, Segment.Block opened) {
        if (!cursor.nextTag().equals(tag)) {
            return List.of();
        }
        cursor.takeBare();
        return bodies.nodes(names, Set.of(end), opened);
    }

    private Node forTag(Segment.Block block, Tokens tokens) {
        List<String> variables = names(tokens);
        tokens.expect("in");
        Expr items = bodies.whole(tokens);
        Names inside = bodies.names().inner();
        variables.forEach(inside::declare);
        List<Node> body = bodies.nodes(inside, Set.of("else", "endfor"), block);
        List<Node> otherwise = otherwise(inside, "else", "endfor", block);
        cursor.takeBare();
        List<Node.Target> targets = variables.stream().map(inside::target).toList();
        return new Node.For(targets, items, body, otherwise, block.start(), block.end());
    }

    private Node switchTag(Segment.Block block, Tokens tokens) {
        Expr subject = bodies.whole(tokens);
        Set<String> ends = Set.of("case", "default", "endswitch");
        bodies.nodes(ends, block); // nothing before the first case is ever shown
        List<Node.Branch> cases = new ArrayList<>();
        while (cursor.nextTag().equals("case")) {
            Segment.Block tag = cursor.take();
            Tokens condition = cursor.tokens(tag);
            condition.next();
            Expr value = bodies.whole(condition);
            cases.add(new Node.Branch(value, bodies.nodes(ends, block), tag.start(), tag.end()));
        }
        List<Node> otherwise = otherwise(bodies.names(), "default", "endswitch", block);
        cursor.takeBare();
        return new Node.Switch(subject, List.copyOf(cases), otherwise, block.start(), block.end());
    }

    private Node setTag(Segment.Block block, Tokens tokens) {
        List<Node.Target> targets =
                names(tokens).stream().map(bodies.names()::target).toList();
        if (tokens.skip("=")) {
            return new Node.Assign(targets, bodies.whole(tokens), block.start(), block.end());
        }
        tokens.expectEnd();
        List<Node> body = bodies.nodes(Set.of("endset"), block);
        cursor.takeBare();
        return new Node.Assign(targets, new Expr.Captured(body, block.start()), block.start(), block.end());
    }

    private Node blockTag(Segment.Block block, Tokens tokens) {
        String name = tokens.name();
        tokens.expectEnd();
        if (!blocks.add(name)) {
            throw cursor.problem(block, "The block \"" + name + "\" is defined more than once.", List.of());
        }
        Names inside = Names.alone();
        List<Node> body = bodies.nodes(inside, Set.of("endblock"), block);
        Tokens end = cursor.tokens(cursor.take());
        end.next();
        end.skip(name);
        end.expectEnd();
        return new Node.Block(new Routine(name, List.of(), List.of(), body, inside.slotCount()));
    }

    private Node filterTag(Segment.Block block, Tokens tokens) {
        int offset = tokens.peek().offset();
        OperandParser operands =
                new OperandParser(tokens, bodies.names(), new ExpressionParser(tokens, bodies.names()));
        String filter = operands.filterName();
        Expr.Given given = operands.optionalArguments();
        tokens.expectEnd();
        Expr body = new Expr.Captured(bodies.nodes(Set.of("endfilter"), block), block.start());
        cursor.takeBare();
        return new Node.Output(new Expr.Filtered(body, filter, given, offset), block.start(), block.end());
    }

    private static List<String> names(Tokens tokens) {
        List<String> names = new ArrayList<>(List.of(tokens.name()));
        while (tokens.skip(",")) {
            names.add(tokens.name());
        }
        return List.copyOf(names);
    }

    private TemplateException unknown(Segment.Block block, String name) {
        if (OTHER_FILES.contains(name)) {
            return cursor.problem(
                    block, "The tag \"" + name + "\" is not known: a template cannot read other files.", List.of());
        }
        String reason = name.startsWith("end") || PARTS.contains(name)
                ? "\"" + name + "\" has no tag that it belongs to."
                : "The tag \"" + name + "\" is not known.";
        return cursor.problem(block, reason, NearMisses.of(name, TAGS));
    }
}
