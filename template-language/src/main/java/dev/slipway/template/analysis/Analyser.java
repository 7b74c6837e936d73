package dev.slipway.template.analysis;

import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.filter.Filters;
import dev.slipway.template.filter.Tests;
import dev.slipway.template.syntax.BinaryOperator;
import dev.slipway.template.syntax.Expr;
import dev.slipway.template.syntax.NearMisses;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Routine;
import dev.slipway.template.syntax.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Walks through a parsed template and notes what it uses. */
public final class Analyser {

    private static final Set<String> CAUTIOUS_FILTERS = Set.of("default", "d");
    private static final Set<String> CAUTIOUS_TESTS = Set.of("defined", "undefined");
    /** The language's own: its functions, and the name that people write for what is missing. */
    private static final Set<String> GLOBALS = Set.of("range", "cycler", "joiner", "caller", "undefined");

    private final Source source;
    private final Lines lines;
    private final Set<String> filters = new TreeSet<>(Filters.ALL.keySet());
    private final List<Reference> references = new ArrayList<>();
    private final List<TemplateException> unknown = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private int tagStart;
    private int tagEnd;

    private Analyser(Source source, TemplateOptions options) {
        this.source = source;
        this.lines = new Lines(source.text());
        this.filters.addAll(options.filters().keySet());
    }

    public static Analysis analyse(Source source, Node.Root root, TemplateOptions options) {
        Analyser analyser = new Analyser(source, options);
        analyser.nodes(root.body());
        return new Analysis(analyser.references(), analyser.unknown);
    }

    /** Where a template asks once whether something is there, it knows everywhere that it may be missing. */
    private List<Reference> references() {
        Set<List<String>> asked = new HashSet<>();
        references.stream().filter(Reference::cautious).forEach(reference -> asked.add(reference.path()));
        return references.stream()
                .filter(reference -> !made.contains(reference.root()))
                .map(reference -> isAsked(asked, reference.path()) ? reference.asCautious() : reference)
                .toList();
    }

    private static boolean isAsked(Set<List<String>> asked, List<String> path) {
        return IntStream.rangeClosed(2, path.size()).anyMatch(length -> asked.contains(path.subList(0, length)));
    }

    private void nodes(List<Node> nodes) {
        nodes.forEach(this::node);
    }

    private void node(Node node) {
        switch (node) {
            case Node.Text _ -> {}
            case Node.Output tag -> expression(tag.value(), tag.start(), tag.end());
            case Node.If tag -> {
                tag.branches().forEach(branch -> branch(branch, true));
                nodes(tag.otherwise());
            }
            case Node.Switch tag -> {
                expression(tag.subject(), tag.start(), tag.end());
                tag.cases().forEach(each -> branch(each, false));
                nodes(tag.otherwise());
            }
            case Node.For tag -> {
                expression(tag.items(), tag.start(), tag.end());
                nodes(tag.body());
                nodes(tag.otherwise());
            }
            case Node.Assign tag -> {
                tag.targets().forEach(target -> made.add(target.name()));
                expression(tag.value(), tag.start(), tag.end());
            }
            case Node.Define tag -> {
                made.add(tag.target().name());
                routine(tag.routine());
            }
            case Node.Block tag -> routine(tag.routine());
        }
    }

    private void branch(Node.Branch branch, boolean cautious) {
        within(branch.start(), branch.end());
        expression(branch.condition(), cautious);
        nodes(branch.body());
    }

    private void routine(Routine routine) {
        routine.defaults().forEach(each -> {
            made.add(each.name());
            expression(each.value(), each.start(), each.end());
        });
        nodes(routine.body());
    }

    private void expression(Expr value, int start, int end) {
        within(start, end);
        expression(value, false);
    }

    private void within(int start, int end) {
        tagStart = start;
        tagEnd = end;
    }

    private void expression(Expr value, boolean cautious) {
        switch (value) {
            case Expr.Literal _, Expr.RegexLiteral _, Expr.Local _ -> {}
            case Expr.Name name -> reference(name, List.of(), false, cautious);
            case Expr.Member member -> member(member, cautious);
            case Expr.Group group -> all(group.items(), cautious);
            case Expr.Call call -> {
                expression(call.callee(), cautious);
                given(call.given());
            }
            case Expr.Filtered filtered -> {
                known("filter", filtered.filter(), filters, filtered.offset());
                expression(filtered.value(), cautious || CAUTIOUS_FILTERS.contains(filtered.filter()));
                given(filtered.given());
            }
            case Expr.Tested tested -> {
                known("test", tested.test(), Tests.ALL.keySet(), tested.offset());
                expression(tested.value(), cautious || CAUTIOUS_TESTS.contains(tested.test()));
                given(tested.given());
            }
            case Expr.Unary unary -> expression(unary.operand(), cautious);
            case Expr.Binary binary -> {
                boolean asks = binary.operator() == BinaryOperator.OR || binary.operator() == BinaryOperator.AND;
                expression(binary.left(), cautious || asks);
                expression(binary.right(), cautious);
            }
            case Expr.InlineIf choice -> choice(choice, cautious);
            case Expr.ListLiteral list -> all(list.items(), false);
            case Expr.MapLiteral map -> all(map.entries().values(), false);
            case Expr.Captured captured -> nodes(captured.body());
            case Expr.Caller caller -> routine(caller.routine());
        }
    }

    private void choice(Expr.InlineIf choice, boolean cautious) {
        expression(choice.condition(), true);
        expression(choice.then(), cautious);
        if (choice.otherwise() != null) {
            expression(choice.otherwise(), cautious);
        }
    }

    private void all(Collection<Expr> values, boolean cautious) {
        values.forEach(value -> expression(value, cautious));
    }

    private void given(Expr.Given given) {
        all(given.positional(), false);
        all(given.named().values(), false);
    }

    /** Follows a chain of members down to its root. */
    private void member(Expr.Member member, boolean cautious) {
        List<String> keys = new ArrayList<>();
        boolean computed = false;
        Expr at = member;
        while (at instanceof Expr.Member(Expr target, Expr key, int _)) {
            if (key instanceof Expr.Literal(String text, int _)) {
                keys.addFirst(text);
            } else {
                expression(key, false);
                keys.clear();
                computed = true;
            }
            at = target;
        }
        if (at instanceof Expr.Name name) {
            reference(name, keys, computed, cautious);
        } else {
            expression(at, cautious);
        }
    }

    private void reference(Expr.Name name, List<String> keys, boolean computed, boolean cautious) {
        if (!GLOBALS.contains(name.name())) {
            List<String> path = new ArrayList<>(List.of(name.name()));
            path.addAll(keys);
            int at = name.offset();
            references.add(new Reference(path, computed, cautious, lines.line(at), lines.column(at)));
        }
    }

    private void known(String kind, String name, Set<String> known, int offset) {
        if (!known.contains(name)) {
            unknown.add(source.problem(
                    offset,
                    source.excerpt(tagStart, tagEnd),
                    "The " + kind + " \"" + name + "\" is not known.",
                    NearMisses.of(name, known),
                    null));
        }
    }
}
