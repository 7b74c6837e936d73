package dev.slipway.identity;

/**
 * A person who can sign in.
 *
 * @param name a DNS label, unique
 */
public record Account(String name, String displayName, String email) {

    public Account {
        if (!name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is not an account name: expected lower-case letters, digits and hyphens, at most 63.");
        }
    }
}
