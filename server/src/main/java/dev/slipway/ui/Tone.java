package dev.slipway.ui;

/** How something stands, in the one set of colours and icons that all pages share. */
public enum Tone {
    GOOD("green", "circle-check"),
    BUSY("azure", "loader-2"),
    WAITING("yellow", "clock"),
    BAD("red", "circle-x"),
    QUIET("secondary", "circle-minus"),
    UNKNOWN("orange", "help-circle");

    private final String colour;
    private final String icon;

    Tone(String colour, String icon) {
        this.colour = colour;
        this.icon = icon;
    }

    /** Tabler's name of the colour. */
    public String colour() {
        return colour;
    }

    /** The icon when nothing more fitting is known. */
    public String icon() {
        return icon;
    }
}
