package dev.slipway.documents.tree;

/** The kinds of entries that Git distinguishes, with its own numbers for them. */
public enum FileMode {
    REGULAR(0100644),
    EXECUTABLE(0100755),
    SYMBOLIC_LINK(0120000),
    DIRECTORY(0040000),
    SUBMODULE(0160000);

    private final int bits;

    FileMode(int bits) {
        this.bits = bits;
    }

    /** Git's number for this mode, for example {@code 0100644}. */
    public int bits() {
        return bits;
    }
}
