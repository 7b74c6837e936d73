package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.sync.FieldPattern.Part;
import dev.slipway.gitops.manifest.GlobExpression;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that an Application leaves as they are live: {@code ignoreDifferences} together with
 * {@code RespectIgnoreDifferences=true}.
 *
 * @param unknown rules for this object of which it cannot be told what they cover, in words
 */
record IgnoredFields(List<FieldPattern> patterns, List<String> unknown) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,5}");

    private static final int SHOWN = 80;

    static IgnoredFields of(Manifest manifest) {
        Application application = manifest.application();
        boolean respected = application.object().list("spec", "syncPolicy", "syncOptions").stream()
                .anyMatch(each -> String.valueOf(each).equals("RespectIgnoreDifferences=true"));
        IgnoredFields ignored = new IgnoredFields(new ArrayList<>(), new ArrayList<>());
        if (respected) {
            application.object().list("spec", "ignoreDifferences").stream()
                    .filter(rule -> isFor(rule, manifest))
                    .forEach(ignored::add);
        }
        return ignored;
    }

    /** Group and kind may hold wildcards; a rule without a name is for all of them. */
    private static boolean isFor(@Nullable Object rule, Manifest manifest) {
        return GlobExpression.matches(text(rule, "group"), manifest.object().group())
                && GlobExpression.matches(text(rule, "kind"), manifest.object().kind())
                && List.of("", manifest.object().name()).contains(text(rule, "name"))
                && List.of("", manifest.namespace()).contains(text(rule, "namespace"));
    }

    private static String text(@Nullable Object rule, String field) {
        return Objects.requireNonNullElse(Values.text(rule, field), "");
    }

    private void add(@Nullable Object rule) {
        list(rule, "jsonPointers").forEach(each -> add("jsonPointers", each, pointer(each)));
        list(rule, "jqPathExpressions").forEach(each -> add("jqPathExpressions", each, PathExpression.parse(each)));
        list(rule, "managedFieldsManagers").forEach(each -> unknown.add("what " + each + " has set in the cluster"));
    }

    private void add(String field, String written, Optional<List<FieldPattern>> read) {
        read.ifPresentOrElse(patterns::addAll, () -> unknown.add(named(written) + " of " + field));
    }

    private static String named(String written) {
        if (written.isBlank()) {
            return "an empty entry";
        }
        return "\"" + (written.length() <= SHOWN ? written : written.substring(0, SHOWN) + "…") + "\"";
    }

    private static Stream<String> list(@Nullable Object rule, String field) {
        return Objects.requireNonNullElse(Values.list(rule, field), new ArrayList<>()).stream()
                .map(String::valueOf);
    }

    private static Optional<List<FieldPattern>> pointer(String pointer) {
        List<Part> parts = Arrays.stream(pointer.split("/"))
                .skip(1)
                .map(each -> each.replace("~1", "/").replace("~0", "~"))
                .<Part>map(each ->
                        NUMBER.matcher(each).matches() ? new Part.Position(Integer.parseInt(each)) : new Part.Key(each))
                .toList();
        return parts.isEmpty() || !pointer.startsWith("/")
                ? Optional.empty()
                : Optional.of(List.of(new FieldPattern(parts)));
    }

    /** Whether a field that differs between an object before and after stays as it is. */
    boolean cover(FieldPath path, Object before, Object after) {
        return patterns.stream().anyMatch(each -> each.covers(path, before, after));
    }
}
