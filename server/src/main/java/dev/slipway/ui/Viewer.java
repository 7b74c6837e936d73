package dev.slipway.ui;

/** SPI: who looks at the page, asked in the thread of the request; {@code identity} knows. */
public interface Viewer {

    boolean signedIn();

    /** The account's name; empty when nobody is signed in. */
    String name();

    /** The person's name; empty when nobody is signed in. */
    String displayName();

    /** @param permission the name of a permission, for example {@code READ_AUDIT}, for at least one team */
    boolean may(String permission);
}
