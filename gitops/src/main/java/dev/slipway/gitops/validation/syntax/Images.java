package dev.slipway.gitops.validation.syntax;

import java.util.regex.Pattern;

/**
 * How images are named.
 *
 * @see <a href="https://github.com/distribution/reference/blob/main/regexp.go">the grammar that nodes go by</a>
 */
public final class Images {

    public static final String EXPECTED =
            "[HOST[:PORT]/]NAME[:TAG][@DIGEST], its name in small letters, without a scheme and without blanks";

    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    private static final String HOST = "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?";
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String DIGEST = "@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+";
    private static final Pattern IMAGE = Pattern.compile(
            "(?:" + HOST + "/)?" + PART + "(?:/" + PART + ")*" + "(?::\\w[\\w.-]{0,127})?(?:" + DIGEST + ")?");

    private Images() {}

    /** Whether a node can ask some registry for it. How long a digest has to be is left to the registry. */
    public static boolean isReference(String text) {
        return IMAGE.matcher(text).matches();
    }
}
