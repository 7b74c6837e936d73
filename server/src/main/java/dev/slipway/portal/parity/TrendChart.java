package dev.slipway.portal.parity;

import dev.slipway.desiredstate.ParityDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Days as columns of a picture that is 100 high, none left out between the first and the last; each column has a share for
 * each verdict.
 */
public record TrendChart(List<Column> columns, int most) {

    private static final int HEIGHT = 100;

    /** A day with its shares from the bottom up; without any where nothing was counted. */
    public record Column(LocalDate day, int total, List<Part> parts) {

        /** For a tooltip: {@code 2026-11-21: 12 match, 1 differs}. */
        public String words() {
            return day + ": "
                    + (parts.isEmpty()
                            ? "not counted"
                            : parts.stream()
                                    .map(each -> each.count() + " " + each.verdict())
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** A share: where it begins from the top, and how high it is. */
    public record Part(String verdict, int count, double top, double height) {}

    static TrendChart of(List<ParityDay> days) {
        SortedMap<LocalDate, int[]> sums = new TreeMap<>();
        days.forEach(each -> {
            int[] sum = sums.computeIfAbsent(each.day(), _ -> new int[4]);
            sum[0] += each.matching();
            sum[1] += each.excepted();
            sum[2] += each.unknown();
            sum[3] += each.differing();
        });
        int most = sums.values().stream().mapToInt(TrendChart::total).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        if (!sums.isEmpty()) {
            sums.firstKey()
                    .datesUntil(sums.lastKey().plusDays(1))
                    .forEach(day -> columns.add(column(day, sums.getOrDefault(day, new int[4]), Math.max(1, most))));
        }
        return new TrendChart(columns, most);
    }

    private static int total(int[] sum) {
        return sum[0] + sum[1] + sum[2] + sum[3];
    }

    private static Column column(LocalDate day, int[] sum, int most) {
        List<String> verdicts = List.of("match", "excepted", "unknown", "differs");
        List<Part> parts = new ArrayList<>();
        double bottom = HEIGHT;
        for (int i = 0; i < sum.length; i++) {
            double height = (double) HEIGHT * sum[i] / most;
            bottom -= height;
            if (sum[i] > 0) {
                parts.add(new Part(verdicts.get(i), sum[i], bottom, height));
            }
        }
        return new Column(day, total(sum), parts);
    }
}
