package dev.slipway.gitops.impact.fields;

import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.gitops.secrets.Hidden;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values into text for people: scalars as they are, structures as YAML, of long texts only the lines that differ. */
public final class Shown {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int CONTEXT = 2;

    private Shown() {}

    static FieldChange change(Difference difference) {
        String before = difference.before() == null ? null : text(difference.before());
        String after = difference.after() == null ? null : text(difference.after());
        if (before == null || after == null) {
            return new FieldChange(difference.path().toString(), bounded(before), bounded(after));
        }
        if (before.equals(after)) {
            return new FieldChange(difference.path().toString(), bounded(before), bounded(after) + " (changed)");
        }
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        return new FieldChange(
                difference.path().toString(), bounded(differing(old, now)), bounded(differing(now, old)));
    }

    /** @return for example {@code info}, or a block of YAML */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> YamlWriter.text(plain(map)).strip();
            case Collection<?> list -> YamlWriter.text(plain(list)).strip();
            default -> value.toString();
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
                yield copy;
            }
            case Collection<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(each -> copy.add(plain(each)));
                yield copy;
            }
            case Hidden hidden -> hidden.toString();
            case null, default -> value;
        };
    }

    private static String differing(List<String> lines, List<String> others) {
        int most = Math.min(lines.size(), others.size());
        int same = 0;
        while (same < most && lines.get(same).equals(others.get(same))) {
            same++;
        }
        int alike = 0;
        while (alike < most - same
                && lines.get(lines.size() - 1 - alike).equals(others.get(others.size() - 1 - alike))) {
            alike++;
        }
        int from = Math.max(0, same - CONTEXT);
        int to = Math.min(lines.size(), lines.size() - alike + CONTEXT);
        return unchanged(from) + String.join("\n", lines.subList(from, to)) + tail(lines.size() - to);
    }

    private static String unchanged(int lines) {
        return lines == 0 ? "" : "… " + lines + " unchanged lines\n";
    }

    private static String tail(int lines) {
        return lines == 0 ? "" : "\n… " + lines + " unchanged lines";
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "… and " + (text.length() - MOST_CHARACTERS)
                        + " more characters";
    }
}
