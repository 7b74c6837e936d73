package dev.slipway.template.nunjucks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random templates: text, expressions and all tags, with whitespace control. */
final class TemplateGrammar {

    private static final int DEPTH = 3;
    private static final List<String> TEXTS =
            List.of("a", " b ", "\n", "  ", "\n  c\n", "x: ", "- ", "\t|", "$ {", "é");
    private static final List<List<String>> OPTIONS = List.of(
            List.of(),
            List.of(),
            List.of(),
            List.of("trimBlocks"),
            List.of("lstripBlocks"),
            List.of("trimBlocks", "lstripBlocks"));

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private int macros;
    private int blocks;

    TemplateGrammar(Random random) {
        this.random = random;
    }

    static Case expressionCase(Random random) {
        String expression = new ExpressionGrammar(random, List.of()).any(1 + random.nextInt(3));
        return new Case("{{ " + expression + " }}", ExpressionGrammar.CONTEXT, List.of());
    }

    static Case templateCase(Random random) {
        List<String> options = OPTIONS.get(random.nextInt(OPTIONS.size()));
        return new Case(new TemplateGrammar(random).body(DEPTH), ExpressionGrammar.CONTEXT, options);
    }

    private String body(int depth) {
        StringBuilder body = new StringBuilder();
        int known = names.size();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            body.append(piece(depth));
        }
        names.subList(Math.min(known, names.size()), names.size()).clear();
        return body.toString();
    }

    private String piece(int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 14)) {
            case 0, 1 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 2, 3, 4 -> dash("{{") + " " + expression(1) + " " + dashed("}}");
            case 5 -> ifTag(depth - 1);
            case 6, 7 -> forTag(depth - 1);
            case 8 -> setTag(depth - 1);
            case 9 -> macroTag(depth - 1);
            case 10 ->
                tag("filter " + (random.nextBoolean() ? "upper" : "replace('a', 'bb')"))
                        + body(depth - 1)
                        + tag("endfilter");
            case 11 -> switchTag(depth - 1);
            case 12 -> "{#" + (random.nextBoolean() ? "-" : "") + " c " + (random.nextBoolean() ? "-" : "") + "#}";
            default -> blockOrRaw(depth - 1);
        };
    }

    private String expression(int depth) {
        return new ExpressionGrammar(random, names).any(depth);
    }

    private String ifTag(int depth) {
        String elif = random.nextBoolean() ? tag("elif " + expression(1)) + body(depth) : "";
        String otherwise = random.nextBoolean() ? tag("else") + body(depth) : "";
        return tag("if " + expression(1)) + body(depth) + elif + otherwise + tag("endif");
    }

    private String forTag(int depth) {
        boolean pairs = random.nextInt(4) == 0;
        String head = pairs
                ? tag("for k, v in owner")
                : tag("for x in " + new ExpressionGrammar(random, names).list(random.nextInt(2)));
        List<String> inner =
                pairs ? List.of("k", "v", "loop.index") : List.of("x", "loop.index", "loop.last", "x.name");
        names.addAll(inner);
        String body = body(depth);
        inner.forEach(_ -> names.removeLast());
        return head + body + (random.nextInt(3) == 0 ? tag("else") + body(depth) : "") + tag("endfor");
    }

    private String setTag(int depth) {
        String name = "v" + random.nextInt(2);
        String tag = random.nextInt(3) == 0
                ? tag("set " + name) + body(depth) + tag("endset")
                : tag("set " + name + " = " + expression(1));
        names.add(name);
        return tag;
    }

    private String macroTag(int depth) {
        String name = "m" + macros++;
        List<String> outside = List.copyOf(names);
        names.addAll(List.of("p", "q", "v0"));
        String definition = tag("macro " + name + "(p, q=" + expression(0) + ")")
                + body(depth)
                + (random.nextBoolean() ? "{{ caller(2) if caller }}" : "")
                + tag("endmacro");
        names.clear();
        names.addAll(outside);
        String call = name + "(" + expression(0) + (random.nextBoolean() ? ", q=" + expression(0) : "") + ")";
        return definition
                + (random.nextBoolean()
                        ? "{{ " + call + " }}"
                        : tag("call(z) " + call) + body(depth) + "{{ z }}" + tag("endcall"));
    }

    private String switchTag(int depth) {
        return tag("switch " + expression(0))
                + tag("case " + expression(0))
                + (random.nextBoolean() ? body(depth) : "")
                + tag("case " + expression(0))
                + body(depth)
                + (random.nextBoolean() ? tag("default") + body(depth) : "")
                + tag("endswitch");
    }

    private String blockOrRaw(int depth) {
        if (depth < DEPTH - 1 || random.nextBoolean()) { // inside other tags nunjucks makes broken JavaScript of blocks
            return "{% raw %}" + TEXTS.get(random.nextInt(TEXTS.size())) + "{{ x }}{% endraw %}";
        }
        String name = "b" + blocks++;
        return tag("block " + name) + body(depth) + tag("endblock");
    }

    private String tag(String inside) {
        return dash("{%") + " " + inside + " " + dashed("%}");
    }

    private String dash(String start) {
        return random.nextInt(6) == 0 ? start + "-" : start;
    }

    private String dashed(String end) {
        return random.nextInt(6) == 0 ? "-" + end : end;
    }
}
