package dev.slipway.gitops.sets;

import java.text.Normalizer;
import java.util.Locale;

/** The forms of names that generators offer. */
final class Names {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_SLUG = 50;

    private Names() {}

    /** Small letters, digits, dashes and dots, as in names of objects. */
    static String normalized(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9.]", "-");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("^[-.]+|[-.]+$", "");
    }

    /** Small letters, digits and dashes, at most 50. */
    static String slug(String name) {
        String plain = dashed(Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", ""));
        return plain.substring(0, Math.min(LONGEST_SLUG, plain.length())).replaceAll("-+$", "");
    }

    /**
     * As {@code slugify} makes it of a name.
     *
     * @param most at most so many characters
     * @param wholeWords cut at a dash; cutting anywhere comes before dashes are put together
     */
    static String slug(String name, long most, boolean wholeWords) {
        String normalized = normalized(name);
        if (!wholeWords) {
            return dashed(normalized.substring(0, (int) Math.min(most, normalized.length())));
        }
        String plain = dashed(normalized);
        if (most == 0 || plain.length() <= most) {
            return plain;
        }
        int dash = plain.lastIndexOf('-', (int) most);
        return plain.substring(0, dash < 0 ? (int) most : dash);
    }

    private static String dashed(String plain) {
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
