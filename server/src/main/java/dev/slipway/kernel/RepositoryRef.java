package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A repository on a Git host, named {@code organisation/name}. */
public record RepositoryRef(String organisation, String name) implements Comparable<RepositoryRef> {

    private static final Pattern SEGMENT = Pattern.compile("(?!.*\\.git$)(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public RepositoryRef {
        Names.matching(SEGMENT, "an organisation", "letters, digits, . _ -, at most 100", organisation);
        Names.matching(SEGMENT, "a repository name", "letters, digits, . _ -, at most 100, not ending in .git", name);
    }

    /** Parses {@code organisation/name}. */
    public static RepositoryRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new InvalidNameException("\"" + text + "\" is not a repository: expected organisation/name.");
        }
        return new RepositoryRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(RepositoryRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        return organisation + "/" + name;
    }
}
