package dev.slipway.retention.web;

import java.util.Locale;

/** Room on a disk, for people. */
public final class Sizes {

    private static final double KILO = 1024;

    private Sizes() {}

    /** For example {@code 12.3 MB}. */
    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes / KILO;
        for (String unit : new String[] {"kB", "MB"}) {
            if (size < KILO) {
                return String.format(Locale.ROOT, "%.1f %s", size, unit);
            }
            size /= KILO;
        }
        return String.format(Locale.ROOT, "%.1f GB", size);
    }
}
