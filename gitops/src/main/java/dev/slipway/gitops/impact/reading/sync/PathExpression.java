package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.reading.sync.FieldPattern.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of jq as people write them to name fields: {@code .spec.replicas},
 * {@code .metadata.annotations["a/b"]}, {@code .spec.template.spec.containers[] | select(.name == "app") | .image}, several with
 * commas between.
 */
final class PathExpression {

    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_]\\w*)|\\.?\\[\\s*\"([^\"\\\\]*)\"\\s*]|\\.\"([^\"\\\\]*)\"|\\.?\\[(\\d{1,6})]"
                    + "|\\.?(\\[])|(\\?)");

    /** Possessive, as Java recurses over every other repeated group. */
    private static final Pattern SELECT = Pattern.compile("select\\(\\s*((?:\\.[A-Za-z_]\\w*+)++)\\s*(==|!=)\\s*"
            + "(?:\"([^\"\\\\]*)\"|(null|true|false|\\d{1,9}))\\s*\\)");

    private static final int LONGEST = 2000;
    private static final int MOST_PATHS = 100;

    private PathExpression() {}

    /** All that it names; empty where it is more than such paths, too long, or of too many alternatives. */
    static Optional<List<FieldPattern>> parse(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.empty();
        }
        List<List<Part>> paths = List.of(List.of());
        for (String stage : split(expression, '|')) {
            List<List<Part>> longer = new ArrayList<>();
            for (String alternative : split(stage, ',')) {
                Optional<List<Part>> parts = parts(alternative.strip());
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                paths.forEach(each -> longer.add(
                        Stream.concat(each.stream(), parts.get().stream()).toList()));
                if (longer.size() > MOST_PATHS) {
                    return Optional.empty();
                }
            }
            paths = longer;
        }
        return paths.stream().anyMatch(PathExpression::isWhole)
                ? Optional.empty()
                : Optional.of(paths.stream().map(FieldPattern::new).toList());
    }

    private static boolean isWhole(List<Part> path) {
        return path.stream().allMatch(Part.Where.class::isInstance);
    }

    private static Optional<List<Part>> parts(String stage) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        Matcher select = SELECT.matcher(stage);
        if (select.lookingAt()) {
            parts.add(new Part.Where(
                    Arrays.asList(select.group(1).substring(1).split("\\.")),
                    select.group(3) == null ? literal(select.group(4)) : select.group(3),
                    select.group(2).equals("==")));
            at = select.end();
        } else if (!stage.startsWith(".")) {
            return Optional.empty();
        } else if (stage.equals(".")) {
            return Optional.of(List.of());
        }
        Matcher step = STEP.matcher(stage);
        while (at < stage.length()) {
            if (!step.region(at, stage.length()).lookingAt()) {
                return Optional.empty();
            }
            part(step).ifPresent(parts::add);
            at = step.end();
        }
        return Optional.of(parts);
    }

    private static @Nullable Object literal(String written) {
        return switch (written) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(written);
            default -> Double.valueOf(written);
        };
    }

    private static Optional<Part> part(Matcher step) {
        if (step.group(4) != null) {
            return Optional.of(new Part.Position(Integer.parseInt(step.group(4))));
        }
        if (step.group(5) != null) {
            return Optional.of(new Part.Each());
        }
        return Stream.of(1, 2, 3)
                .flatMap(each -> Stream.ofNullable(step.group(each)))
                .<Part>map(Part.Key::new)
                .findFirst();
    }

    /** At the separators that are in no quotes and no brackets. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                depth--;
            } else if (!quoted && depth == 0 && c == separator) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
