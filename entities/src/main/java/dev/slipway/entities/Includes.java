package dev.slipway.entities;

/** Reads what the placeholders {@code $text}, {@code $json} and {@code $yaml} of a file name. */
@FunctionalInterface
public interface Includes {

    /** For entities that are in no file. */
    Includes NONE = target -> {
        throw new IncludeException("\"" + target + "\" is not beside a file.");
    };

    /**
     * The text of the named file.
     *
     * @param target a path as {@link TargetPath} resolves it, or a URL
     * @throws IncludeException if it cannot be read, with the reason
     */
    String text(String target);

    /** Why a placeholder cannot be resolved. */
    final class IncludeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IncludeException(String reason) {
            super(reason);
        }

        /** A sentence. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
