package dev.slipway.kernel;

import java.util.regex.Pattern;

/** The rules for names that become part of hosts, namespaces and paths. */
final class Names {

    /** RFC 1123's label: what Kubernetes takes for a Service and DNS for one level of a host. */
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

    private static final int LONGEST_LABEL = 63;

    private Names() {}

    static String dnsLabel(String what, String value) {
        if (value.length() > LONGEST_LABEL || !DNS_LABEL.matcher(value).matches()) {
            throw new InvalidNameException(
                    "\"" + value + "\" is not a " + what
                            + ": expected 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.");
        }
        return value;
    }

    static String matching(Pattern pattern, String what, String expected, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidNameException("\"" + value + "\" is not " + what + ": expected " + expected + ".");
        }
        return value;
    }
}
