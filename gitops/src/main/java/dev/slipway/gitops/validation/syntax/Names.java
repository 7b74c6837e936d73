package dev.slipway.gitops.validation.syntax;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names are written.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>
 */
public final class Names {

    public static final int LONGEST_LABEL = 63;
    public static final int LONGEST_SUBDOMAIN = 253;

    /** For people. */
    public static final String LABEL = "small letters, digits and \"-\", at most 63, a letter or digit at both ends";

    /** For people. */
    public static final String SUBDOMAIN =
            "small letters, digits, \"-\" and \".\", at most 253, each part with a letter or digit at both ends";

    /** For people. */
    public static final String PORT =
            "small letters, digits and single \"-\" between them, at least one letter, at most 15";

    private static final int LONGEST_PORT = 15;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAINS =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern PORTS = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");

    private Names() {}

    /** Of DNS, RFC 1123. */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABELS.matcher(text).matches();
    }

    /** Of DNS, RFC 1123. */
    public static boolean isSubdomain(String text) {
        return text.length() <= LONGEST_SUBDOMAIN && SUBDOMAINS.matcher(text).matches();
    }

    /** Of a container's port: a service name as IANA has them. */
    public static boolean isPort(String text) {
        return text.length() <= LONGEST_PORT && PORTS.matcher(text).matches();
    }

    /** Of a label, an annotation, a resource: with a subdomain and a slash before it, or without. */
    public static boolean isQualified(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return (slash < 0 || isSubdomain(text.substring(0, slash)))
                && name.length() <= LONGEST_LABEL
                && QUALIFIED.matcher(name).matches();
    }

    /** Of an annotation, whose letters may be large anywhere. */
    public static boolean isAnnotation(String text) {
        return isQualified(text.toLowerCase(Locale.ROOT));
    }

    /** What a label may be set to; nothing, too. */
    public static boolean isLabelValue(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST_LABEL && QUALIFIED.matcher(text).matches());
    }
}
