package dev.slipway.gitops.parity.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes from a text what only says in which environment it stands: namespace, hosts, the environment's name, kustomize's hashes. */
public final class Naming {

    private static final Map<String, Set<String>> SHORT = Map.of(
            "production", Set.of("prod", "prd"),
            "staging", Set.of("stage", "stg"),
            "development", Set.of("dev"),
            "dev", Set.of("development"));
    /** What kustomize puts behind the names of generated ConfigMaps and Secrets. */
    private static final Pattern HASH = Pattern.compile("-[2456789bcdfghkmt]{10}(?![A-Za-z0-9-])");

    private final Map<Pattern, String> tokens =
            new TreeMap<>(Comparator.comparingInt(Naming::length).reversed().thenComparing(Pattern::pattern));

    private Naming() {}

    /**
     * @param hosts under which the service is reached there, and names of its cluster
     */
    public static Naming of(String environment, String namespace, Set<String> hosts) {
        Naming naming = new Naming();
        Stream.concat(Stream.of(environment), SHORT.getOrDefault(environment, Set.of()).stream())
                .filter(each -> !each.isEmpty())
                .forEach(each -> naming.tokens.put(word(each, "[A-Za-z0-9]"), "<environment>"));
        Stream.of(namespace)
                .filter(each -> !each.isEmpty())
                .forEach(each -> naming.tokens.put(word(each, "[A-Za-z0-9-]"), "<namespace>"));
        hosts.stream()
                .filter(each -> !each.isEmpty())
                .forEach(each -> naming.tokens.put(word(each, "[A-Za-z0-9-]"), "<host>"));
        return naming;
    }

    private static Pattern word(String text, String inWord) {
        return Pattern.compile("(?<!" + inWord + ")" + Pattern.quote(text) + "(?!" + inWord + ")");
    }

    private static int length(Pattern pattern) {
        return pattern.pattern().length();
    }

    /** The text with words in place of what names the environment. */
    public String neutral(String text) {
        String neutral = HASH.matcher(text).replaceAll("");
        for (Map.Entry<Pattern, String> token : tokens.entrySet()) {
            neutral = token.getKey().matcher(neutral).replaceAll(token.getValue());
        }
        return neutral;
    }

    /** Of the name of something: without the part that names the environment. */
    public String name(String text) {
        String name = neutral(text);
        for (String part : List.of("-<environment>", "<environment>-", ".<environment>", "<environment>.")) {
            name = name.replace(part, "");
        }
        return name;
    }
}
