package dev.slipway.cli.output;

/** Keeps what others wrote from steering the terminal, and from turning the direction of the line it stands in. */
final class Printable {

    private Printable() {}

    static String text(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\t\n]]", "");
    }
}
