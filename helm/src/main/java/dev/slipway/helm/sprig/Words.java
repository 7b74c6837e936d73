package dev.slipway.helm.sprig;

/** Words told apart in a text and joined again, as the library does that Sprig uses (huandu/xstrings). */
final class Words {
    private final StringBuilder out = new StringBuilder();
    private final char connector;
    private final WordScanner scanner;

    private Words(String text, char connector) {
        this.connector = connector;
        this.scanner = new WordScanner(text);
    }

    /** {@code FirstName} becomes {@code first_name}. */
    static String joined(String text, char connector) {
        return text.isEmpty() ? "" : new Words(text, connector).joined();
    }

    private String joined() {
        scanner.next();
        while (scanner.more()) {
            WordScanner.Kind kind = scanner.kind();
            String word = scanner.word();
            if (kind != WordScanner.Kind.CONNECTOR) {
                write(kind, word);
            }
            scanner.next();
            switch (kind) {
                case CONNECTOR -> write(kind, word);
                case PUNCTUATION -> {}
                case NUMBER -> {
                    writeLettersAndNumbers();
                    connectUnlessSeparated();
                }
                case UPPER, LETTERS, OTHER -> afterLetters();
            }
        }
        write(scanner.kind(), scanner.word());
        return out.toString();
    }

    /** A number belongs to the word before it, unless small letters follow: {@code Bld4Floor}, {@code HTTP2xx}. */
    private void afterLetters() {
        if (scanner.kind() != WordScanner.Kind.NUMBER) {
            connectUnlessSeparated();
            return;
        }
        if (!scanner.more()) {
            return;
        }
        String number = scanner.word();
        scanner.next();
        boolean letters = scanner.kind() == WordScanner.Kind.LETTERS;
        if (letters) {
            out.append(connector);
        }
        out.append(number);
        if (letters) {
            writeLettersAndNumbers();
        }
        connectUnlessSeparated();
    }

    private void writeLettersAndNumbers() {
        while (!scanner.word().isEmpty()
                && (scanner.kind() == WordScanner.Kind.LETTERS || scanner.kind() == WordScanner.Kind.NUMBER)) {
            out.append(scanner.word());
            scanner.next();
        }
    }

    private void connectUnlessSeparated() {
        boolean separated = scanner.kind() == WordScanner.Kind.CONNECTOR
                || scanner.kind() == WordScanner.Kind.PUNCTUATION
                || scanner.word().isEmpty();
        if (!separated) {
            out.append(connector);
        }
    }

    private void write(WordScanner.Kind kind, String word) {
        switch (kind) {
            case CONNECTOR -> out.repeat(connector, word.codePointCount(0, word.length()));
            case UPPER -> out.append(TextFunctions.mapped(word, Character::toLowerCase));
            case PUNCTUATION, NUMBER, LETTERS, OTHER -> out.append(word);
        }
    }

    /** {@code http_server} becomes {@code HttpServer}; of several connectors in a row one is left out, at the ends none. */
    static String camel(String text) {
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        int at = 0;
        while (at < points.length && WordScanner.isConnector(points[at])) {
            out.appendCodePoint(points[at++]);
        }
        if (at == points.length && at > 0) {
            // The library writes the last one twice.
            return out.appendCodePoint(points[at - 1]).toString();
        }
        boolean start = true;
        boolean capitals = false;
        for (; at < points.length; at++) {
            int point = points[at];
            if (WordScanner.isConnector(point)) {
                boolean last = at + 1 == points.length || WordScanner.isConnector(points[at + 1]);
                if (last) {
                    out.appendCodePoint(point);
                }
                start = true;
            } else if (start) {
                capitals = Character.isUpperCase(point);
                out.appendCodePoint(Character.toUpperCase(point));
                start = false;
            } else {
                capitals &= Character.isUpperCase(point);
                out.appendCodePoint(capitals ? Character.toLowerCase(point) : point);
            }
        }
        return out.toString();
    }
}
