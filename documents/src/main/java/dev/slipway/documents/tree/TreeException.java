package dev.slipway.documents.tree;

/** A tree could not be read at a path, or a path would lead out of the tree. */
public final class TreeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public TreeException(String path, String message) {
        super(message);
        this.path = path;
    }

    public TreeException(String path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /** The path as it was asked for. */
    public String path() {
        return path;
    }
}
