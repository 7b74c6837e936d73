package dev.slipway.gotemplate.go;

import dev.slipway.gotemplate.MissingKey;
import java.util.List;
import java.util.Random;

/** Templates from a grammar: most are sound, some call things that do not fit. */
final class Inventions {

    static final String DATA =
            "{\"a\": {\"b\": {\"c\": \"deep\", \"n\": null}, \"list\": [1, 2.5, \"x\", null, true]}, \"i\": 3, \"f\": 1e21, "
                    + "\"s\": \"he\\\"llo <wörld>\", \"empty\": \"\", \"t\": true, \"off\": false, \"nil\": null, \"zero\": 0, \"l\": [\"p\", \"q\", \"r\"], "
                    + "\"m\": {\"z\": 26, \"y\": {\"k\": \"v\"}, \"é\": 1.5}, \"none\": [], \"no\": {}, \"users\": [{\"name\": \"Zoe\", \"age\": 30}, {\"name\": \"adam\", \"tags\": [\"x\"]}, null]}";

    private static final List<String> FIELDS = List.of(
            ".",
            "$",
            ".a",
            ".a.b",
            ".a.b.c",
            ".a.b.n",
            ".a.list",
            ".i",
            ".f",
            ".s",
            ".empty",
            ".t",
            ".off",
            ".nil",
            ".zero",
            ".l",
            ".m",
            ".m.y",
            ".m.y.k",
            ".none",
            ".no",
            ".users",
            ".missing",
            ".missing.more",
            ".nil.more",
            ".s.more",
            "$.a.b",
            "$.i",
            "$.l",
            ".name",
            ".age",
            ".tags",
            "$.Release.Name",
            ".Release.Greet",
            ".Versions",
            ".Release.Notes");
    private static final List<String> CONSTANTS = List.of(
            "1",
            "0",
            "-7",
            "0x1F",
            "1e3",
            "2.50",
            "'x'",
            "\"text\"",
            "`raw`",
            "\"tab\\t\\u00e9\"",
            "true",
            "false",
            "nil",
            "1_000",
            "\"\"",
            "100000000",
            "1.5e-7");
    private static final List<String> FORMATS = List.of(
            "%v",
            "%s",
            "%d",
            "%q",
            "%5d|%-5d|",
            "%05d",
            "%x",
            "%X",
            "%#x",
            "%+v",
            "%#v",
            "%T",
            "%t",
            "%.2f",
            "%8.3f",
            "%e",
            "%g",
            "%G",
            "%c",
            "%U",
            "%#U",
            "%o",
            "%O",
            "%b",
            "%10s|%-10s|",
            "%.2s",
            "%6.2f%%",
            "%[2]v %[1]v",
            "%[3]v",
            "%*d",
            "%.*f",
            "%!",
            "%",
            "%z",
            "% d",
            "%+d",
            "%+q",
            "%#q",
            "% x",
            "%v %v %v",
            "no verbs",
            "%w",
            "%08.3f",
            "%+.3e",
            "%#o",
            "%#g",
            "%.3v",
            "%6v|");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int variables;
    private boolean inRange;

    private Inventions(Random random) {
        this.random = random;
    }

    static String template(Random random) {
        Inventions invention = new Inventions(random);
        invention.body();
        return invention.out.toString();
    }

    static Case someCase(Random random) {
        MissingKey[] options = MissingKey.values();
        return new Case(template(random), DATA, options[random.nextInt(options.length)]);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void body() {
        int statements = 1 + random.nextInt(3);
        for (int i = 0; i < statements; i++) statement();
    }

    private void statement() {
        if (chance(25)) out.append(one(List.of("text ", "\n", " \n\t ", "é", "}} ", "x-", "{ {")));
        if (depth > 2) {
            action();
            return;
        }
        depth++;
        int before = variables;
        switch (random.nextInt(12)) {
            case 0, 1 -> branch("if", pipe());
            case 2 -> branch("with", declared() + pipe());
            case 3, 4 -> range();
            case 5 -> defined();
            case 6 -> declare();
            default -> action();
        }
        if (out.charAt(out.length() - 1) == '\u0001') out.setLength(out.length() - 1);
        else variables = before;
        depth--;
    }

    private void open() {
        out.append(chance(15) ? "{{- " : chance(50) ? "{{ " : "{{");
    }

    private void close() {
        out.append(chance(15) ? " -}}" : chance(50) ? " }}" : "}}");
    }

    private void tag(String text) {
        open();
        out.append(text);
        close();
    }

    private void action() {
        if (inRange && chance(5)) tag(chance(50) ? "break" : "continue");
        else if (chance(3)) out.append("{{/* a comment */}}");
        else tag(pipe());
    }

    private void branch(String word, String pipe) {
        tag(word + " " + pipe);
        body();
        if (!word.equals("range") && chance(15)) {
            tag("else " + word + " " + pipe());
            body();
        }
        if (chance(40)) {
            tag("else");
            body();
        }
        tag("end");
    }

    private void range() {
        boolean outer = inRange;
        inRange = true;
        String variable = chance(50) ? "" : chance(50) ? declared() : "$k" + ++variables + ", " + declared();
        if (variable.startsWith("$k")) variables++;
        branch(
                "range",
                variable
                        + one(List.of(
                                ".l",
                                ".a.list",
                                ".m",
                                ".users",
                                ".none",
                                ".missing",
                                "2",
                                ".i",
                                "$.l",
                                "$.users",
                                "$.m",
                                ".s",
                                "(list 1 `b` nil)",
                                ".Versions")));
        inRange = outer;
    }

    private String declared() {
        return chance(50) ? "" : "$v" + ++variables + " := ";
    }

    private void defined() {
        String name = "\"d" + random.nextInt(1000) + "\"";
        tag("block " + name + " " + pipe());
        int before = variables;
        boolean outer = inRange;
        variables = 0;
        inRange = false;
        body();
        inRange = outer;
        variables = before;
        tag("end");
        if (chance(50)) tag("template " + name + " " + operand());
        if (chance(20)) tag("include " + name + " " + operand() + " | printf \"%q\"");
    }

    private void declare() {
        if (variables > 0 && chance(30)) {
            tag("$v" + variables + " = " + pipe());
        } else {
            String pipe = pipe();
            tag("$v" + ++variables + " := " + pipe);
            out.append('\u0001');
        }
    }

    private String pipe() {
        StringBuilder pipe = new StringBuilder(command());
        while (chance(20)) pipe.append(chance(50) ? " | " : "|").append(stage());
        return pipe.toString();
    }

    private String stage() {
        return one(List.of(
                "len",
                "not",
                "print",
                "printf \"%v\"",
                "html",
                "js",
                "urlquery",
                "printf \"%5.1f|\"",
                "eq 3",
                "upper",
                "index .m",
                "list",
                "println 1",
                "add 1",
                "or false",
                "and true",
                "printf \"%q\"",
                "nothing"));
    }

    private String command() {
        if (depth > 4 || chance(45)) return operand();
        String word = one(List.of(
                "printf",
                "eq",
                "ne",
                "lt",
                "le",
                "gt",
                "ge",
                "and",
                "or",
                "not",
                "len",
                "index",
                "slice",
                "print",
                "println",
                "html",
                "js",
                "urlquery",
                "upper",
                "add",
                "either",
                "join",
                "list",
                "dict",
                "nothing",
                "half",
                "size",
                "$.Release.Count",
                "$.Release.Greet",
                ".Versions.Has",
                "call counter",
                "bytes"));
        StringBuilder command = new StringBuilder(word);
        if (word.equals("printf")) command.append(" \"").append(one(FORMATS)).append('"');
        int arguments = switch (word) {
            case "not", "len", "upper", "half", "size", "bytes", "nothing" ->
                chance(95) ? (word.equals("nothing") ? 0 : 1) : 2;
            case "either" -> 3;
            case "eq", "ne", "lt", "le", "gt", "ge", "index", "add", "join", "dict" ->
                chance(85) ? 2 : random.nextInt(4);
            default -> random.nextInt(4);
        };
        for (int i = 0; i < arguments; i++) command.append(' ').append(argument());
        return command.toString();
    }

    private String argument() {
        depth++;
        String argument = chance(25) && depth < 6 ? "(" + pipe() + ")" + (chance(15) ? ".b" : "") : operand();
        depth--;
        return argument;
    }

    private String operand() {
        if (variables > 0 && chance(30)) return "$v" + variables + (chance(20) ? ".name" : "");
        return chance(60) ? one(FIELDS) : one(CONSTANTS);
    }
}
