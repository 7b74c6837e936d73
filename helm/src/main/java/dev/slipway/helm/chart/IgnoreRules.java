package dev.slipway.helm.chart;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** The rules of .helmignore: shell patterns on paths below the chart, one a line, without {@code **}. */
final class IgnoreRules {
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param negated everything that does not match is left out, as Helm has it
     * @param wholePath or only the last part of it
     */
    private record Rule(Pattern pattern, boolean negated, boolean directories, boolean wholePath) {

        boolean matches(String path) {
            return pattern.matches(wholePath ? path : path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private IgnoreRules() {
        add("templates/.?*");
    }

    /** @throws IllegalArgumentException if a line is no pattern, with its number in the message */
    static IgnoreRules parse(String text) {
        IgnoreRules rules = new IgnoreRules();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String rule = line.strip();
            if (rule.contains("**") && !rule.startsWith("#")) {
                throw new IllegalArgumentException(Integer.toString(number));
            }
            if (!rule.isEmpty() && !rule.startsWith("#")) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private void add(String written) {
        boolean negated = written.startsWith("!");
        String rule = negated ? written.substring(1) : written;
        boolean directories = rule.endsWith("/");
        rule = directories ? rule.substring(0, rule.length() - 1) : rule;
        boolean rooted = rule.startsWith("/");
        rule = rooted ? rule.substring(1) : rule;
        rules.add(new Rule(Globs.shell(rule), negated, directories, rooted || rule.contains("/")));
    }

    boolean ignores(String path, boolean directory) {
        for (Rule rule : rules) {
            if (rule.negated()) {
                if ((rule.directories() && !directory) || !rule.matches(path)) {
                    return true;
                }
            } else if ((directory || !rule.directories()) && rule.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
