package dev.slipway.gitops.validation.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource: {@code 500m}, {@code 2}, {@code 1.5Gi}, {@code 1e3}.
 *
 * @param value in cores, bytes or pieces
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">its syntax</a>
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    private static final Pattern TEXT =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))((?:[eE][-+]?[0-9]{1,3})|[numkMGTPE]|[KMGTPE]i)?");

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", power(10)),
            Map.entry("Mi", power(20)),
            Map.entry("Gi", power(30)),
            Map.entry("Ti", power(40)),
            Map.entry("Pi", power(50)),
            Map.entry("Ei", power(60)));

    private static BigDecimal power(int exponent) {
        return BigDecimal.valueOf(1L << exponent);
    }

    /** @return empty when the value is missing, or no quantity */
    public static Optional<Quantity> parse(@Nullable Object value) {
        Matcher matcher = TEXT.matcher(value == null ? "" : value.toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String suffix = matcher.group(2);
        if (suffix == null) {
            return Optional.of(new Quantity(number));
        }
        BigDecimal factor = SUFFIXES.get(suffix);
        return Optional.of(new Quantity(
                factor == null
                        ? number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)))
                        : number.multiply(factor)));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity times(long factor) {
        return new Quantity(value.multiply(BigDecimal.valueOf(factor)));
    }

    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** For people: bytes in Ki, Mi, Gi where they are many, thousandths as m. */
    @Override
    public String toString() {
        if (value.abs().compareTo(power(20)) >= 0) {
            for (String suffix : new String[] {"Ei", "Pi", "Ti", "Gi", "Mi"}) {
                BigDecimal unit = SUFFIXES.get(suffix);
                if (unit != null && value.abs().compareTo(unit) >= 0) {
                    return plain(value.divide(unit, 2, RoundingMode.HALF_UP)) + suffix;
                }
            }
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() > 0 && stripped.scale() <= 3
                ? plain(stripped.movePointRight(3)) + "m"
                : plain(stripped);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
