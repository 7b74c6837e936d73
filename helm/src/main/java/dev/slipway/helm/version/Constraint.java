package dev.slipway.helm.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A constraint on versions as Masterminds/semver reads it: {@code >=1.2, <2 || ^3.1}, {@code ~1.2}, {@code 1.2.x}, {@code 1.2 - 1.4}. A
 * pre-release satisfies only a comparison that names one itself.
 */
public final class Constraint {
    private static final String PART = "(v?[0-9xX*]+)(?:\\.([0-9xX*]+))?(?:\\.([0-9xX*]+))?"
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?";
    private static final Pattern COMPARISON = Pattern.compile("(=>|=<|>=|<=|!=|~>|=|>|<|~|\\^)?\\s*" + PART);
    private static final Pattern ALL = Pattern.compile("\\s*(?:(?:=>|=<|>=|<=|!=|~>|=|>|<|~|\\^)?\\s*" + PART
            + ")(?:(?:\\s+|,\\s*)(?:(?:=>|=<|>=|<=|!=|~>|=|>|<|~|\\^)?\\s*" + PART + "))*\\s*,?\\s*");
    private static final Pattern RANGE = Pattern.compile("(" + PART + ")\\s+-\\s+(" + PART + ")");

    private final List<List<Comparison>> alternatives;

    private Constraint(List<List<Comparison>> alternatives) {
        this.alternatives = alternatives;
    }

    /** @throws IllegalArgumentException if it is not a constraint */
    public static Constraint parse(String text) {
        List<List<Comparison>> alternatives = new ArrayList<>();
        for (String alternative : RANGE.matcher(text).replaceAll(">=$1 <=$7").split("\\|\\|", -1)) {
            if (!ALL.matcher(alternative).matches()) {
                throw new IllegalArgumentException("improper constraint: " + text);
            }
            List<Comparison> comparisons = new ArrayList<>();
            Matcher matcher = COMPARISON.matcher(alternative);
            while (matcher.find()) {
                comparisons.add(Comparison.of(matcher));
            }
            alternatives.add(comparisons);
        }
        return new Constraint(alternatives);
    }

    public boolean allows(Version version) {
        return alternatives.stream()
                .anyMatch(comparisons -> comparisons.stream().allMatch(each -> each.allows(version)));
    }

    /**
     * One comparison.
     *
     * @param parts how many of the three numbers were written; the others are zero
     */
    private record Comparison(String operator, Version version, int parts) {

        static Comparison of(Matcher matcher) {
            int parts = 0;
            BigInteger[] numbers = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
            for (int i = 0; i < 3; i++) {
                BigInteger number = number(matcher.group(i + 2));
                if (number == null) {
                    break;
                }
                numbers[i] = number;
                parts++;
            }
            String prerelease = matcher.group(5) == null ? "" : matcher.group(5);
            Version version = new Version(numbers[0], numbers[1], numbers[2], prerelease, "", "");
            return new Comparison(operator(matcher.group(1)), version, parts);
        }

        private static @Nullable BigInteger number(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String digits = text.startsWith("v") ? text.substring(1) : text;
            return digits.matches("[0-9]+") ? new BigInteger(digits) : null;
        }

        private static String operator(@Nullable String written) {
            return switch (written) {
                case null -> "=";
                case "=>" -> ">=";
                case "=<" -> "<=";
                case "~>" -> "~";
                default -> written;
            };
        }

        boolean allows(Version candidate) {
            if (candidate.isPrerelease() && !version.isPrerelease()) {
                return false;
            }
            return switch (operator) {
                case "=" -> parts < 3 ? tilde(candidate) : candidate.compareTo(version) == 0;
                case "!=" -> parts > 0 && (parts < 3 ? !tilde(candidate) : candidate.compareTo(version) != 0);
                case ">" -> greater(candidate);
                case ">=" -> candidate.compareTo(version) >= 0;
                case "<" -> parts > 0 && candidate.compareTo(version) < 0;
                case "<=" -> parts == 0 || lessOrEqual(candidate);
                case "~" -> parts == 0 || tilde(candidate);
                default -> parts == 0 || caret(candidate);
            };
        }

        private boolean greater(Version candidate) {
            if (parts == 3) {
                return candidate.compareTo(version) > 0;
            }
            int major = candidate.major().compareTo(version.major());
            return major > 0 || (major == 0 && parts == 2 && candidate.minor().compareTo(version.minor()) > 0);
        }

        private boolean lessOrEqual(Version candidate) {
            if (parts == 3) {
                return candidate.compareTo(version) <= 0;
            }
            int major = candidate.major().compareTo(version.major());
            return major < 0 || (major == 0 && (parts == 1 || candidate.minor().compareTo(version.minor()) <= 0));
        }

        /** The same major, and where the minor was written the same minor. */
        private boolean tilde(Version candidate) {
            return parts == 0
                    || (candidate.compareTo(version) >= 0
                            && candidate.major().equals(version.major())
                            && (parts < 2 || candidate.minor().equals(version.minor())));
        }

        /** The same leftmost number that is not zero. */
        private boolean caret(Version candidate) {
            if (candidate.compareTo(version) < 0) {
                return false;
            }
            if (version.major().signum() > 0 || parts < 2) {
                return candidate.major().equals(version.major());
            }
            if (candidate.major().signum() > 0) {
                return false;
            }
            if (version.minor().signum() > 0 || parts < 3) {
                return candidate.minor().equals(version.minor());
            }
            return candidate.minor().signum() == 0 && candidate.patch().equals(version.patch());
        }
    }
}
