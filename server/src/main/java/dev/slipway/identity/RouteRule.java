package dev.slipway.identity;

/**
 * SPI: the rule of a path that no handler method serves, such as a servlet's. A module declares one as a bean; without it
 * the path is refused to everybody.
 *
 * @param pattern an exact path, or a prefix that ends in {@code /**}
 * @param why the rule is right
 */
public record RouteRule(String pattern, Admission admission, String why) {

    /** Whom the filters let through. */
    public enum Admission {
        /** Everybody. */
        ANYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Everybody: what serves the path asks {@link CurrentActor} and {@link Permissions} itself. */
        DECIDED_THERE
    }

    public RouteRule {
        if (!pattern.startsWith("/") || (pattern.contains("*") && !pattern.matches("[^*]+/\\*\\*"))) {
            throw new IllegalArgumentException(
                    "\"" + pattern + "\" is not a route's pattern: expected a path, or a prefix and /**.");
        }
    }

    /** Whether it is the rule of this path. */
    public boolean covers(String path) {
        if (!pattern.endsWith("/**")) {
            return path.equals(pattern);
        }
        String prefix = pattern.substring(0, pattern.length() - 3);
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
