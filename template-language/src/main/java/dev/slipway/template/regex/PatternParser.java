package dev.slipway.template.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads ECMAScript's patterns, with what browsers allow beside the standard (annex B). */
final class PatternParser {

    private static final int DEEPEST = 60;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final String pattern;
    private final Map<String, Integer> names;
    private final int groupCount;
    private final EscapeParser escapes;
    private int at;
    private int groups;
    private int depth;

    PatternParser(String pattern) {
        this.pattern = pattern;
        this.names = GroupNames.of(pattern);
        this.groupCount = GroupNames.count(pattern);
        this.escapes = new EscapeParser(pattern);
    }

    Piece parse() {
        Piece piece = choice();
        if (at < pattern.length()) {
            throw problem("\")\" has no \"(\"");
        }
        return piece;
    }

    private Piece choice() {
        if (++depth > DEEPEST) {
            throw problem("it is nested more than " + DEEPEST + " levels deep");
        }
        List<Piece> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (skip("|"));
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Piece.Choice(List.copyOf(choices));
    }

    private Piece sequence() {
        List<Piece> pieces = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int groupsBefore = groups;
            Piece piece = piece();
            pieces.add(repeated(piece, groupsBefore));
        }
        return new Piece.Sequence(List.copyOf(pieces));
    }

    private Piece piece() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^' -> Piece.Place.START;
            case '$' -> Piece.Place.END;
            case '.' -> new Piece.One(CharacterSet.LINE_BREAKS.complement());
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '*', '+', '?' -> throw problem("there is nothing to repeat before \"" + c + "\"");
            case '{' -> {
                if (Bounds.at(pattern, at - 1) != null) {
                    throw problem("there is nothing to repeat before \"{\"");
                }
                yield new Piece.One(CharacterSet.of(c));
            }
            default -> new Piece.One(CharacterSet.of(c));
        };
    }

    private Piece repeated(Piece piece, int groupsBefore) {
        int least = 1;
        int most = 1;
        Bounds bounds = Bounds.at(pattern, at);
        if (skip("*")) {
            least = 0;
            most = UNLIMITED;
        } else if (skip("+")) {
            most = UNLIMITED;
        } else if (skip("?")) {
            least = 0;
        } else if (bounds != null) {
            least = bounds.least();
            most = bounds.most();
            at = bounds.end();
        } else {
            return piece;
        }
        boolean place = piece instanceof Piece.Place || (piece instanceof Piece.Look look && look.behind());
        if (place || least > most) {
            throw problem(place ? "there is nothing to repeat" : "the bounds of a repetition are out of order");
        }
        return new Piece.Repeat(piece, least, most, !skip("?"), groupsBefore + 1, groups + 1);
    }

    private Piece group() {
        if (skip("?:")) {
            return closed();
        }
        for (String look : List.of("?=", "?!", "?<=", "?<!")) {
            if (skip(look)) {
                return new Piece.Look(closed(), look.length() == 3, look.endsWith("!"));
            }
        }
        if (skip("?")) {
            int end = pattern.indexOf('>', at);
            if (!skip("<") || end <= at || !pattern.substring(at, end).matches("[\\p{L}_$][\\p{L}\\p{N}_$]*+")) {
                throw problem("a group begins with \"(?\" that is none of (?: (?= (?! (?<= (?<! (?<name>");
            }
            at = end + 1;
        }
        int number = ++groups;
        return new Piece.Group(number, closed());
    }

    private Piece closed() {
        Piece inside = choice();
        if (!skip(")")) {
            throw problem("\")\" is missing");
        }
        return inside;
    }

    private Piece escape() {
        if (at >= pattern.length()) {
            throw problem("it ends with \"\\\"");
        }
        char c = pattern.charAt(at);
        if (c == 'b' || c == 'B') {
            at++;
            return c == 'b' ? Piece.Place.WORD_BOUNDARY : Piece.Place.NO_WORD_BOUNDARY;
        }
        if (c == 'k' && !names.isEmpty()) {
            return namedReference();
        }
        int end = at;
        while (end < pattern.length() && end < at + 3 && Character.digit(pattern.charAt(end), 10) >= 0) {
            end++;
        }
        if (c >= '1' && c <= '9' && Integer.parseInt(pattern.substring(at, end)) <= groupCount) {
            int group = Integer.parseInt(pattern.substring(at, end));
            at = end;
            return new Piece.BackReference(group);
        }
        EscapeParser.Escape escape = escapes.at(at);
        at = escape.end();
        return new Piece.One(escape.set());
    }

    private Piece namedReference() {
        int end = pattern.indexOf('>', at);
        Integer group = end < 0 || !pattern.startsWith("<", at + 1) ? null : names.get(pattern.substring(at + 2, end));
        if (group == null) {
            throw problem("\"\\k\" refers to a group that does not exist");
        }
        at = end + 1;
        return new Piece.BackReference(group);
    }

    private Piece set() {
        boolean negated = skip("^");
        List<CharacterSet.Range> ranges = new ArrayList<>();
        while (!skip("]")) {
            CharacterSet first = member();
            if (pattern.startsWith("-", at) && !pattern.startsWith("-]", at)) {
                at++;
                ranges.addAll(range(first, member()));
            } else {
                ranges.addAll(first.held());
            }
        }
        return new Piece.One(new CharacterSet(ranges, negated));
    }

    private List<CharacterSet.Range> range(CharacterSet first, CharacterSet last) {
        if (!isSingle(first) || !isSingle(last)) {
            List<CharacterSet.Range> all = new ArrayList<>(first.held());
            all.addAll(last.held());
            all.addAll(CharacterSet.of('-').held());
            return all;
        }
        char from = first.ranges().getFirst().first();
        char to = last.ranges().getFirst().first();
        if (from > to) {
            throw problem("the range " + from + "-" + to + " is out of order");
        }
        return List.of(new CharacterSet.Range(from, to));
    }

    private static boolean isSingle(CharacterSet set) {
        return set.ranges().size() == 1
                && !set.negated()
                && set.ranges().getFirst().first() == set.ranges().getFirst().last();
    }

    private CharacterSet member() {
        if (at >= pattern.length()) {
            throw problem("\"]\" is missing");
        }
        char c = pattern.charAt(at++);
        if (c != '\\') {
            return CharacterSet.of(c);
        }
        if (skip("b")) {
            return CharacterSet.of('\b');
        }
        EscapeParser.Escape escape = escapes.at(at);
        at = escape.end();
        return escape.set();
    }

    private boolean skip(String expected) {
        boolean found = pattern.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("The regular expression /" + pattern + "/ is not valid: " + what + ".");
    }
}
