package dev.slipway.gitops.validation.refusal.workloads;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A schedule as the parser that Kubernetes uses takes it: five fields, or a name such as {@code @hourly}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax">schedule syntax</a>
 * @see <a href="https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format">its parser</a>
 */
final class CronSchedule {

    static final String WORDS = "minute hour day month weekday, for example \"30 4 * * 1-5\", or a name such as @daily";

    private static final Set<String> NAMES =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final Pattern EVERY = Pattern.compile("@every [-+]?((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h))+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,9}");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day", 1, 31, List.of()),
            new Field("month", 1, 12, MONTHS),
            new Field("weekday", 0, 6, DAYS));

    private CronSchedule() {}

    /** What is wrong with it; empty for nothing. */
    static Optional<String> problem(String schedule) {
        if (schedule.startsWith("@")) {
            return NAMES.contains(schedule) || EVERY.matcher(schedule).matches()
                    ? Optional.empty()
                    : Optional.of("There is no schedule \"" + schedule + "\".");
        }
        List<String> parts = Arrays.stream(schedule.strip().split("\\s+"))
                .filter(each -> !each.isEmpty())
                .toList();
        if (parts.size() != FIELDS.size()) {
            return Optional.of("\"" + schedule + "\" has " + parts.size() + " fields.");
        }
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> problem = FIELDS.get(i).problem(parts.get(i));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** @param names of its values from the least on */
    private record Field(String name, int least, int most, List<String> names) {

        Optional<String> problem(String text) {
            return Arrays.stream(text.split(","))
                    .filter(each -> !each.isEmpty())
                    .filter(each -> !isRange(each))
                    .map(each -> "\"" + each + "\" is no " + name + ": " + words() + ".")
                    .findFirst();
        }

        private String words() {
            return least + " to " + most + (names.isEmpty() ? "" : " or " + names.getFirst() + " to " + names.getLast())
                    + ", a range, * or a step such as */2";
        }

        private boolean isRange(String text) {
            String[] steps = text.split("/", -1);
            String[] ends = steps[0].split("-", -1);
            if (steps.length > 2 || ends.length > 2 || (steps.length == 2 && !isStep(steps[1]))) {
                return false;
            }
            if (ends[0].equals("*") || ends[0].equals("?")) {
                return true;
            }
            int first = value(ends[0]);
            int last = ends.length == 2 ? value(ends[1]) : first;
            return first >= least && last <= most && first <= last;
        }

        private static boolean isStep(String text) {
            return NUMBER.matcher(text).matches() && Integer.parseInt(text) > 0;
        }

        /** Less than the least where it is none. */
        private int value(String text) {
            int named = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (named >= 0) {
                return least + named;
            }
            return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : least - 1;
        }
    }
}
