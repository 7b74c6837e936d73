package dev.slipway.documents.yaml;

/** A text is not YAML, or goes beyond the reader's limits. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String reason;

    public YamlException(Place place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    public Place place() {
        return place;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }
}
