package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.objects.Manifest;
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
 * {@code RespectIgnoreDifferences=true}. Pointers with positions in lists, and expressions of jq that are more than a path, are
 * not understood and cover nothing.
 *
 * @param paths their keys, from the object's root
 */
record IgnoredFields(List<List<String>> paths) {

    private static final Pattern PATH = Pattern.compile("(\\.[A-Za-z_][A-Za-z0-9_]*(\\[])?)+");
    private static final Pattern POSITION = Pattern.compile("\\d+|-");

    static IgnoredFields of(Manifest manifest) {
        Application application = manifest.application();
        boolean respected = application.object().list("spec", "syncPolicy", "syncOptions").stream()
                .anyMatch(each -> String.valueOf(each).equals("RespectIgnoreDifferences=true"));
        return new IgnoredFields(
                !respected
                        ? List.of()
                        : application.object().list("spec", "ignoreDifferences").stream()
                                .filter(rule -> isFor(rule, manifest))
                                .flatMap(IgnoredFields::paths)
                                .toList());
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

    private static Stream<List<String>> paths(@Nullable Object rule) {
        return Stream.concat(
                list(rule, "jsonPointers").flatMap(each -> pointer(each).stream()),
                list(rule, "jqPathExpressions").flatMap(each -> expression(each).stream()));
    }

    private static Stream<String> list(@Nullable Object rule, String field) {
        return Objects.requireNonNullElse(Values.list(rule, field), new ArrayList<>()).stream()
                .map(String::valueOf);
    }

    private static Optional<List<String>> pointer(String pointer) {
        List<String> keys = Arrays.stream(pointer.split("/"))
                .skip(1)
                .map(each -> each.replace("~1", "/").replace("~0", "~"))
                .toList();
        return keys.isEmpty() || keys.stream().anyMatch(POSITION.asMatchPredicate())
                ? Optional.empty()
                : Optional.of(keys);
    }

    private static Optional<List<String>> expression(String expression) {
        return PATH.matcher(expression).matches()
                ? Optional.of(List.of(expression.replace("[]", "").substring(1).split("\\.")))
                : Optional.empty();
    }

    boolean cover(FieldPath path) {
        List<String> keys = path.keys();
        return paths.stream()
                .anyMatch(each -> each.size() <= keys.size()
                        && keys.subList(0, each.size()).equals(each));
    }
}
