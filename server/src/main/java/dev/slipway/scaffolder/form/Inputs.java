package dev.slipway.scaffolder.form;

/**
 * The names of a form's controls: a letter that says what it is, and the path of the field.
 */
final class Inputs {

    /** A value; several of them are a list. */
    static final String VALUE = "v.";
    /** An entry that is added to a list. */
    static final String ADDED = "a.";
    /** How many entries a list has. */
    static final String COUNT = "n.";
    /** Which of several alternatives was chosen. */
    static final String CHOICE = "o.";
    /** A part of a repository's address. */
    static final String PART = "r.";
    /** The name of an entry that the template does not name. */
    static final String NAME = "k.";
    /** What such an entry holds; as many as there are names. */
    static final String ENTRY = "e.";
    /** A secret that was given before, or the answer of a field that nobody may change, sealed. */
    static final String SEALED = "s.";
    /** The paths of the fields that the page showed. */
    static final String SHOWN = "shown";

    private Inputs() {}
}
