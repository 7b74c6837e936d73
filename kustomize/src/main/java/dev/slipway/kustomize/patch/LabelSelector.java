package dev.slipway.kustomize.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubernetes' label selectors in their text form: {@code a=b, c!=d, e in (x, y), f notin (z), g, !h}. */
public final class LabelSelector {
    private static final Pattern TERM = Pattern.compile("\\s*(?:(!)\\s*([^\\s=!,()]+)"
            + "|([^\\s=!,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)"
            + "|([^\\s=!,()]+)\\s*(==|=|!=)\\s*([^\\s=!,()]*)"
            + "|([^\\s=!,()]+))\\s*(,|$)");

    private LabelSelector() {}

    /** @throws IllegalArgumentException if it is not a selector */
    public static Predicate<Map<String, @Nullable Object>> parse(String text) {
        List<Predicate<Map<String, @Nullable Object>>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("\"" + text + "\" is not a label selector.");
            }
            terms.add(term(matcher));
            at = matcher.end();
        }
        return labels -> terms.stream().allMatch(term -> term.test(labels));
    }

    private static Predicate<Map<String, @Nullable Object>> term(Matcher matcher) {
        if (matcher.group(1) != null) {
            String key = matcher.group(2);
            return labels -> !labels.containsKey(key);
        }
        if (matcher.group(3) != null) {
            Set<String> values = Set.of(matcher.group(5).strip().split("\\s*,\\s*"));
            return values(matcher.group(3), values, matcher.group(4).equals("in"));
        }
        if (matcher.group(6) != null) {
            return values(
                    matcher.group(6),
                    Set.of(matcher.group(8)),
                    !matcher.group(7).equals("!="));
        }
        String key = matcher.group(9);
        return labels -> labels.containsKey(key);
    }

    private static Predicate<Map<String, @Nullable Object>> values(String key, Set<String> values, boolean wanted) {
        return labels -> {
            Object value = labels.get(key);
            boolean contained = value != null && values.contains(value.toString());
            return contained == wanted;
        };
    }
}
