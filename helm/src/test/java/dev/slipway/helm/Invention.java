package dev.slipway.helm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Charts that numbers stand for: values, sub-charts, expressions of {@code --set}, and templates that call functions. */
final class Invention {
    private static final String[] KEYS = {"a", "b", "c", "db", "global", "x-y", "n"};
    private static final String[] SCALARS = {
        "1",
        "0",
        "-3",
        "1.5",
        "1e3",
        "true",
        "false",
        "null",
        "~",
        "\"\"",
        "text",
        "\"quoted \\\"x\\\"\"",
        "'10'",
        "010",
        "0x1f",
        "1000000",
        "2020-01-01",
        "yes",
        "\"a: b\"",
        "9007199254740993",
        "[]",
        "{}",
        "é"
    };
    private static final String[] SETS = {
        "1", "true", "null", "text", "", "0", "1.5", "{x,y}", "a\\,b", "007", "{}", "-1", "1e3"
    };

    private final Random random;

    private Invention(int number) {
        this.random = new Random(number);
    }

    /** A third of them are about values, two thirds about functions. */
    static ChartCase of(int number) {
        Invention invention = new Invention(number);
        // The first numbers of neighbouring seeds are alike.
        invention.random.nextLong();
        return number % 3 == 0 ? invention.values(number) : invention.calls(number);
    }

    private ChartCase values(int number) {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> options = new ArrayList<>();
        boolean declared = random.nextBoolean();
        files.put("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n" + (declared ? dependency() : ""));
        files.put("values.yaml", map(0, ""));
        files.put("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 0.1.0\n");
        files.put("charts/db/values.yaml", map(0, ""));
        String template =
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {{- toYaml .Values | nindent 2 }}\n";
        files.put("templates/a.yaml", template.formatted("top"));
        files.put("charts/db/templates/a.yaml", template.formatted("sub"));
        if (random.nextBoolean()) {
            files.put("over.yaml", map(0, ""));
            options.add("values over.yaml");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            options.add("set " + path() + "=" + pick(SETS));
        }
        return new ChartCase("invention-" + number, options, files);
    }

    private String dependency() {
        return "dependencies:\n  - name: db\n    version: 0.1.0\n"
                + pick("", "    alias: c\n", "    condition: a.b\n", "    import-values: [n]\n")
                + pick("", "    tags: [b]\n");
    }

    private String map(int depth, String indent) {
        StringBuilder out = new StringBuilder();
        for (String key : KEYS) {
            if (random.nextInt(3) == 0) {
                boolean nested = depth < 3 && random.nextInt(3) > 0;
                String below = nested ? map(depth + 1, indent + "  ") : "";
                out.append(indent).append(key).append(": ");
                out.append(below.isEmpty() ? pick(SCALARS) + "\n" : "\n" + below);
            }
        }
        return out.isEmpty() && depth == 0 ? "{}\n" : out.toString();
    }

    private String path() {
        String path = pick(KEYS);
        for (int i = random.nextInt(3); i > 0; i--) {
            path += random.nextInt(4) == 0 ? "[" + random.nextInt(3) + "]" : "." + pick(KEYS);
        }
        return path;
    }

    private ChartCase calls(int number) {
        StringBuilder template = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n");
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            template.append("  k").append(i).append(": {{ ").append(call(0)).append(" | toJson | toJson }}\n");
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n");
        files.put("values.yaml", "n: 5\nf: 2.5\ns: text\nl: [3, a, 1.5]\nm: {b: 1, a: [x]}\nz: 0\ne: \"\"\nt: true\n");
        files.put("templates/a.yaml", template.toString());
        return new ChartCase("invention-" + number, List.of(), files);
    }

    private String call(int depth) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> text(depth);
            case 2 -> whole(depth);
            case 3 -> list(depth);
            case 4 -> dict(depth);
            default -> any(depth);
        };
    }

    private String any(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "(default " + simple() + " " + simple() + ")";
            case 1 -> "(coalesce " + simple() + " " + simple() + " " + simple() + ")";
            case 2 -> "(ternary " + simple() + " " + simple() + " " + truth(depth) + ")";
            case 3 -> "(first " + list(depth + 1) + ")";
            case 4 -> "(last " + list(depth + 1) + ")";
            case 5 -> "(get " + dict(depth + 1) + " \"a\")";
            case 6 -> "(fromJson (toJson " + dict(depth + 1) + "))";
            case 7 -> truth(depth);
            default -> simple();
        };
    }

    private String simple() {
        return pick(
                "1",
                "\"a\"",
                "\"\"",
                "0",
                "nil",
                "true",
                "false",
                ".Values.n",
                ".Values.f",
                ".Values.s",
                ".Values.l",
                ".Values.m",
                ".Values.z",
                ".Values.e",
                ".Values.t",
                ".Values.none",
                "2.5",
                "(list)",
                "(dict)",
                "(list 1 \"b\")");
    }

    private String truth(int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> "(empty " + simple() + ")";
            case 1 -> "(contains " + text(depth + 1) + " " + text(depth + 1) + ")";
            case 2 -> "(has " + simple() + " " + list(depth + 1) + ")";
            case 3 -> "(hasKey " + dict(depth + 1) + " \"a\")";
            case 4 -> "(hasPrefix " + text(depth + 1) + " " + text(depth + 1) + ")";
            case 5 -> "(all " + simple() + " " + simple() + ")";
            case 6 -> "(any " + simple() + " " + simple() + ")";
            case 7 -> "(not " + simple() + ")";
            case 8 -> "(deepEqual " + simple() + " " + simple() + ")";
            default ->
                "(kindIs \"" + pick("int", "string", "float64", "map", "slice", "bool", "invalid", "int64") + "\" "
                        + simple() + ")";
        };
    }

    private String text(int depth) {
        if (depth > 2) {
            return pick(
                    "\"a\"", "\"Hello World\"", ".Values.s", "\"x-y_z\"", "\"\"", "\"  pad \"", "\"éa\"", "\"1.2.3\"");
        }
        String inner = text(depth + 1);
        return switch (random.nextInt(27)) {
            case 0 -> "(upper " + inner + ")";
            case 1 -> "(title " + inner + ")";
            case 2 -> "(trunc " + whole(3) + " " + inner + ")";
            case 3 -> "(replace " + text(depth + 1) + " \"-\" " + inner + ")";
            case 4 -> "(quote " + simple() + ")";
            case 5 -> "(squote " + simple() + ")";
            case 6 -> "(cat " + simple() + " " + simple() + ")";
            case 7 -> "(join " + text(depth + 1) + " " + list(depth + 1) + ")";
            case 8 -> "(trim " + inner + ")";
            case 9 -> "(trimSuffix \"a\" " + inner + ")";
            case 10 -> "(snakecase " + inner + ")";
            case 11 -> "(camelcase " + inner + ")";
            case 12 -> "(indent 2 " + inner + ")";
            case 13 -> "(b64enc " + inner + ")";
            case 14 -> "(sha256sum " + inner + ")";
            case 15 -> "(toYaml " + simple() + ")";
            case 16 -> "(toJson " + simple() + ")";
            case 17 -> "(printf \"%v|%s|%d\" " + simple() + " " + inner + " " + whole(depth + 1) + ")";
            case 18 -> "(wrap 5 " + inner + ")";
            case 19 -> "(abbrev 6 " + inner + ")";
            case 20 -> "(toString " + simple() + ")";
            case 21 -> "(regexReplaceAll \"[a-c]+\" " + inner + " \"<${0}>\")";
            case 22 -> "(kindOf " + simple() + ")";
            case 23 -> "(typeOf " + simple() + ")";
            case 24 -> "(seq 1 " + whole(3) + ")";
            case 25 -> "(repeat 2 " + inner + ")";
            default -> "(kebabcase " + inner + ")";
        };
    }

    private String whole(int depth) {
        if (depth > 2) {
            return pick("1", "2", "5", "-1", "0", "7");
        }
        return switch (random.nextInt(10)) {
            case 0 -> "(add " + simple() + " " + simple() + " | int)";
            case 1 -> "(mul " + simple() + " 3 | int)";
            case 2 -> "(len " + list(depth + 1) + ")";
            case 3 -> "(int " + simple() + ")";
            case 4 -> "(sub 3 " + simple() + " | int)";
            case 5 -> "(max 1 " + simple() + " | int)";
            case 6 -> "(div 7 2 | int)";
            case 7 -> "(int \"" + pick("010", "12", "x", "1.0", "0x1f") + "\")";
            case 8 -> "(floor " + simple() + " | int)";
            default -> "(len " + text(depth + 1) + ")";
        };
    }

    private String list(int depth) {
        if (depth > 2) {
            return pick(".Values.l", "(list 1 2)", "(list \"b\" \"a\")", "(list)", "(list 1 nil \"a\")");
        }
        String inner = list(depth + 1);
        return switch (random.nextInt(13)) {
            case 0 -> "(append " + inner + " " + simple() + ")";
            case 1 -> "(reverse " + inner + ")";
            case 2 -> "(uniq " + inner + ")";
            case 3 -> "(compact " + inner + ")";
            case 4 -> "(without " + inner + " " + simple() + ")";
            case 5 -> "(concat " + inner + " " + list(depth + 1) + ")";
            case 6 -> "(rest (prepend " + inner + " " + simple() + "))";
            case 7 -> "(initial (append " + inner + " 1))";
            case 8 -> "(splitList \"" + pick("a", "", " ") + "\" " + text(depth + 1) + ")";
            case 9 -> "(sortAlpha " + inner + ")";
            case 10 -> "(keys " + dict(depth + 1) + " | sortAlpha)";
            case 11 -> "(until " + pick("3", "0", "-2") + ")";
            default -> "(chunk 2 " + inner + ")";
        };
    }

    private String dict(int depth) {
        if (depth > 2) {
            return pick(
                    ".Values.m",
                    "(dict \"a\" 1)",
                    "(dict)",
                    "(dict \"a\" nil \"b\" \"\")",
                    "(dict \"b\" (dict \"c\" 1))");
        }
        String inner = dict(depth + 1);
        return switch (random.nextInt(8)) {
            case 0 -> "(merge (deepCopy " + inner + ") " + dict(depth + 1) + ")";
            case 1 -> "(mergeOverwrite (deepCopy " + inner + ") " + dict(depth + 1) + ")";
            case 2 -> "(pick " + inner + " \"a\")";
            case 3 -> "(omit " + inner + " \"a\")";
            case 4 -> "(set (deepCopy " + inner + ") \"z\" " + simple() + ")";
            case 5 -> "(fromYaml (toYaml " + inner + "))";
            case 6 -> "(fromJson (toJson (split \"a\" " + text(depth + 1) + ")))";
            default -> "(dict \"k\" " + simple() + " \"a\" " + simple() + ")";
        };
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
