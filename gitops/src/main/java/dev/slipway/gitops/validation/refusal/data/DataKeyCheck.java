package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of ConfigMaps and Secrets can be files, and what they hold is not too much. */
public final class DataKeyCheck implements ObjectCheck {

    private static final Pattern KEY = Pattern.compile("(?!\\.\\.|\\.$)[-._a-zA-Z0-9]+");
    private static final Map<String, List<String>> FIELDS =
            Map.of("ConfigMap", List.of("data", "binaryData"), "Secret", List.of("data", "stringData"));
    private static final Set<String> ENCODED = Set.of("ConfigMap binaryData", "Secret data");
    private static final long MOST = 1024 * 1024;

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        List<String> fields = object.group().isEmpty() ? FIELDS.getOrDefault(object.kind(), List.of()) : List.of();
        long size = 0;
        for (String field : fields) {
            Map<String, @Nullable Object> data = object.map(field);
            boolean encoded = ENCODED.contains(object.kind() + " " + field);
            for (Map.Entry<String, @Nullable Object> each : data.entrySet()) {
                key(each.getKey(), field, found);
                size += size(each.getValue(), encoded);
            }
        }
        if (object.kind().equals("ConfigMap")) {
            object.map("binaryData").keySet().stream()
                    .filter(object.map("data")::containsKey)
                    .forEach(key -> found.accept(Violation.refused(
                            Rule.DATA_KEYS, at("binaryData", key), "\"" + key + "\" is in data as well.", "once")));
        }
        if (size > MOST) {
            found.accept(Violation.refused(
                    Rule.DATA_SIZE,
                    "",
                    "The " + object.kind() + " holds " + size + " bytes.",
                    "at most " + MOST + " together"));
        }
    }

    private static void key(String key, String field, Consumer<Violation> found) {
        if (key.length() > Names.LONGEST_SUBDOMAIN || !KEY.matcher(key).matches()) {
            found.accept(Violation.refused(
                    Rule.DATA_KEYS,
                    at(field, key),
                    "\"" + key + "\" is no key.",
                    "letters, digits, \"-\", \"_\" and \".\", not beginning with \"..\", at most "
                            + Names.LONGEST_SUBDOMAIN));
        }
    }

    private static String at(String field, String key) {
        return "/" + field + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static long size(@Nullable Object value, boolean encoded) {
        String text = value instanceof String string ? string : "";
        return encoded
                ? text.chars().filter(each -> each > ' ' && each != '=').count() * 3 / 4
                : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
