package dev.slipway.helm.sprig;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's durations, in nanoseconds. */
final class GoDuration {
    static final long SECOND = 1_000_000_000L;
    private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern ALL =
            Pattern.compile("[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))++");
    private static final Map<String, Long> UNITS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            SECOND,
            "m",
            60 * SECOND,
            "h",
            3600 * SECOND);

    private GoDuration() {}

    /** @throws IllegalArgumentException in Go's words */
    static long parse(String text) {
        if (text.equals("0")) {
            return 0;
        }
        if (!ALL.matcher(text).matches()) {
            throw new IllegalArgumentException("time: invalid duration \"" + text + "\"");
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            sum = sum.add(new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(UNITS.getOrDefault(parts.group(2), 1L))));
        }
        long nanos = sum.longValue();
        return text.startsWith("-") ? -nanos : nanos;
    }

    /** {@code 1h2m3.5s}. */
    static String print(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        long size = Math.abs(nanos);
        String sign = nanos < 0 ? "-" : "";
        if (size < SECOND) {
            return sign + small(size);
        }
        long hours = size / (3600 * SECOND);
        long minutes = size / (60 * SECOND) % 60;
        String seconds = decimal(size % (60 * SECOND), SECOND) + "s";
        return sign + (hours > 0 ? hours + "h" : "") + (hours > 0 || minutes > 0 ? minutes + "m" : "") + seconds;
    }

    private static String small(long size) {
        if (size < 1_000) {
            return size + "ns";
        }
        return size < 1_000_000 ? decimal(size, 1_000) + "µs" : decimal(size, 1_000_000) + "ms";
    }

    private static String decimal(long size, long unit) {
        BigDecimal value =
                BigDecimal.valueOf(size).divide(BigDecimal.valueOf(unit)).stripTrailingZeros();
        return value.toPlainString();
    }

    /** The largest unit alone, without a sign: {@code 2h}, {@code 3mo}. */
    static String rounded(long nanos) {
        long size = Math.abs(nanos);
        long hour = 3600 * SECOND;
        long[] units = {hour * 24 * 365, hour * 24 * 30, hour * 24, hour, 60 * SECOND, SECOND};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (size > units[i]) {
                return size / units[i] + names[i];
            }
        }
        return "0s";
    }
}
