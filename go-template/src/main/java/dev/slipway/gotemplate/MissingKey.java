package dev.slipway.gotemplate;

/** What a field of a map gives when the map has no such key: Go's option {@code missingkey}. */
public enum MissingKey {
    /** Nothing: prints as {@code <no value>}, and so do its fields. */
    DEFAULT,
    /** The nil that the map could hold: prints as {@code <no value>}, and asking it for a field is an error. Helm's way. */
    ZERO,
    /** An error. */
    ERROR;

    /**
     * Reads the option as Go and the {@code goTemplateOptions} of ApplicationSets write it: {@code missingkey=error}.
     *
     * @throws IllegalArgumentException when it is no option of the language
     */
    public static MissingKey parse(String option) {
        return switch (option) {
            case "missingkey=default", "missingkey=invalid" -> DEFAULT;
            case "missingkey=zero" -> ZERO;
            case "missingkey=error" -> ERROR;
            default ->
                throw new IllegalArgumentException("unrecognized option: \"" + option
                        + "\"; there are missingkey=default, missingkey=zero and missingkey=error");
        };
    }
}
