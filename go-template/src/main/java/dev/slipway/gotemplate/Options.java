package dev.slipway.gotemplate;

/**
 * How to execute.
 *
 * @param missingKey what a missing key of a map gives
 * @param limits what the execution may use up
 */
public record Options(MissingKey missingKey, Limits limits) {

    private static final Options USUAL = new Options(MissingKey.DEFAULT, Limits.usual());

    /** Go's defaults. */
    public static Options usual() {
        return USUAL;
    }

    public Options withMissingKey(MissingKey missing) {
        return new Options(missing, limits);
    }

    public Options withLimits(Limits other) {
        return new Options(missingKey, other);
    }
}
