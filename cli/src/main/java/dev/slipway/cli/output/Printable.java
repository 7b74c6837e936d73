package dev.slipway.cli.output;

/** Keeps what others wrote from steering the terminal. */
final class Printable {

    private Printable() {}

    static String text(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\t\n]]", "");
    }
}
