package dev.slipway.gitops.parity;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A difference that somebody answers for.
 *
 * @param service its name
 * @param environments that must take part in a comparison for it to count; none means: all comparisons
 * @param term null when it names a path
 * @param path object and field as the comparison shows them, {@code *} for any characters; null when it names a term
 * @param expires the last day on which it counts, in UTC
 * @param where it stands, with line and column
 */
public record ParityException(
        String service,
        Set<String> environments,
        @Nullable Term term,
        @Nullable String path,
        String owner,
        String reason,
        LocalDate expires,
        String where) {

    public ParityException {
        environments = Set.copyOf(environments);
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    boolean concerns(String comparedService, Set<String> compared) {
        return service.equals(comparedService) && compared.containsAll(environments);
    }

    boolean covers(Term differing, String at) {
        return path == null ? differing == term : pattern(path).matcher(at).matches();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(java.util.Arrays.stream(path.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** The term's key, or the path. */
    public String what() {
        return term != null ? term.key() : String.valueOf(path);
    }
}
