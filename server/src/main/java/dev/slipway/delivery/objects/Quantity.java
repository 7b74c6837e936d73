package dev.slipway.delivery.objects;

import java.math.BigDecimal;
import java.util.Map;

/** Quantities of Kubernetes: {@code 50m}, {@code 96Mi}, {@code 2}. */
public final class Quantity {

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("k", BigDecimal.valueOf(1_000L)),
            Map.entry("M", BigDecimal.valueOf(1_000_000L)),
            Map.entry("G", BigDecimal.valueOf(1_000_000_000L)),
            Map.entry("T", BigDecimal.valueOf(1_000_000_000_000L)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)));

    private Quantity() {}

    /** What cannot be read counts as nothing: whoever wrote it was told by the checks in Git. */
    public static BigDecimal of(String text) {
        String unit = text.replaceFirst("^[0-9.]+", "");
        String number = text.substring(0, text.length() - unit.length());
        BigDecimal factor = unit.isEmpty() ? BigDecimal.ONE : UNITS.getOrDefault(unit, BigDecimal.ZERO);
        return number.isEmpty() || !number.matches("[0-9]*\\.?[0-9]+")
                ? BigDecimal.ZERO
                : new BigDecimal(number).multiply(factor);
    }
}
