package dev.slipway.gitops.impact;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.placement.Placement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change is once the names of those that it concerns are taken out of it. Equal ones are the same change. */
record Signature(String kind, Action action, List<String> texts) {

    private static final String NAME = "•";

    /** Of generated names and of commits and digests only that there is one is the same in all services. */
    private static final Pattern HASHED = Pattern.compile("-[2456789bcdfghkmt]{10}(?![a-z0-9])");

    static Signature of(Change change, Placement placement) {
        Names names = new Names(change, placement);
        Stream<String> meanings = change.meanings().stream().map(Meaning::words);
        Stream<String> fields = change.fields().stream().flatMap(Signature::texts);
        return new Signature(
                change.kind(),
                change.action(),
                Stream.concat(meanings, fields).map(names::without).toList());
    }

    private static Stream<String> texts(FieldChange field) {
        return Stream.of(field.path(), text(field.before()), text(field.after()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "∅");
    }

    /**
     * The names that a service's own manifests are full of.
     *
     * @param longestFirst so that a name within another one is not taken out of it
     */
    private record Names(List<String> longestFirst) {

        Names(Change change, Placement placement) {
            this(Stream.of(
                            change.application().name(),
                            change.name(),
                            Objects.requireNonNullElse(placement.service(), ""),
                            Objects.requireNonNullElse(placement.team(), ""),
                            change.namespace(),
                            change.application().namespace())
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList());
        }

        String without(String text) {
            String rest = text;
            for (String name : longestFirst) {
                rest = without(rest, name);
            }
            return rest.indexOf('-') < 0 ? rest : HASHED.matcher(rest).replaceAll("-#");
        }

        /** Without the word wherever it stands alone, or between anything but letters and digits. */
        private static String without(String text, String word) {
            int at = text.indexOf(word);
            if (at < 0) {
                return text;
            }
            StringBuilder rest = new StringBuilder();
            int from = 0;
            for (; at >= 0; at = text.indexOf(word, at + word.length())) {
                int end = at + word.length();
                boolean alone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
                if (alone) {
                    rest.append(text, from, at).append(NAME);
                    from = end;
                }
            }
            return rest.append(text, from, text.length()).toString();
        }
    }
}
