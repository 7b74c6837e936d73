package dev.slipway.catalog.pages.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a definition, one after the other. Commas mean nothing in the languages that are read here. */
final class Tokens {

    private static final Pattern STRING = Pattern.compile(
            "\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"|'((?:[^'\\\\\\n]++|\\\\.)*+)'", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\.?[A-Za-z_][\\w.]*|-?[0-9][\\w.]*(?:[eE][+-][0-9]+)?");
    private static final Pattern SPACE = Pattern.compile("[\\s,\\uFEFF]+");

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        SIGN,
        END
    }

    /**
     * A word, a string without its quotes, or a sign.
     *
     * @param comment what the comments directly before it say
     */
    record Token(Kind kind, String text, int line, String comment) {}

    /** @param comments what a comment looks like, its text in the first group that is there */
    static Tokens of(String text, Pattern comments) {
        return new Tokens(new Reading(text, comments).tokens());
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean at(String text) {
        return peek().text().equals(text) && peek().kind() != Kind.STRING;
    }

    boolean accept(String text) {
        boolean there = at(text);
        if (there) {
            take();
        }
        return there;
    }

    void expect(String text) {
        if (!accept(text)) {
            throw unexpected("\"" + text + "\"");
        }
    }

    String word(String what) {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(what);
        }
        return take().text();
    }

    boolean ended() {
        return peek().kind() == Kind.END;
    }

    UnreadableDefinition unexpected(String expected) {
        Token token = peek();
        String found = token.kind() == Kind.END ? "it ends" : "there is \"" + token.text() + "\"";
        return new UnreadableDefinition(token.line(), "Expected " + expected + ", but " + found + ".");
    }

    /** Cuts a text into tokens. */
    private static final class Reading {

        private final String text;
        private final Matcher space;
        private final Matcher comment;
        private final Matcher string;
        private final Matcher word;
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder comments = new StringBuilder();
        private int place;
        private int line = 1;

        Reading(String text, Pattern comments) {
            this.text = text;
            space = SPACE.matcher(text);
            comment = comments.matcher(text);
            string = STRING.matcher(text);
            word = WORD.matcher(text);
        }

        List<Token> tokens() {
            while (place < text.length()) {
                if (is(space)) {
                    // A blank line parts a comment from what follows.
                    if (space.group().chars().filter(each -> each == '\n').count() > 1) {
                        comments.setLength(0);
                    }
                    move(space.end());
                } else if (is(comment)) {
                    comments.append(group(comment).strip()).append('\n');
                    move(comment.end());
                } else if (is(string)) {
                    add(Kind.STRING, group(string), string.end());
                } else if (is(word)) {
                    add(Kind.WORD, word.group(), word.end());
                } else {
                    add(Kind.SIGN, text.substring(place, place + 1), place + 1);
                }
            }
            add(Kind.END, "", place);
            return tokens;
        }

        private boolean is(Matcher matcher) {
            return matcher.region(place, text.length()).lookingAt();
        }

        private void add(Kind kind, String written, int end) {
            tokens.add(new Token(kind, written, line, comments.toString().strip()));
            comments.setLength(0);
            move(end);
        }

        private void move(int end) {
            for (; place < end; place++) {
                line += text.charAt(place) == '\n' ? 1 : 0;
            }
        }

        private static String group(Matcher matcher) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                if (matcher.group(i) != null) {
                    return matcher.group(i);
                }
            }
            return "";
        }
    }
}
