package dev.slipway.gitops.routes.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes to headers, in Envoy's order: removed first, then set, then added. Names are in lower case.
 */
public record HeaderEdits(Map<String, String> set, Map<String, String> add, List<String> remove) {

    public static final HeaderEdits NONE = new HeaderEdits(Map.of(), Map.of(), List.of());

    /** Setting it rewrites the authority. */
    static final String HOST = "host";

    /** They belong to the connection or to the message's length, not to routes. */
    private static final Set<String> UNTOUCHABLE =
            Set.of("connection", "transfer-encoding", "content-length", "upgrade", "keep-alive", "te", "trailer");

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    public HeaderEdits {
        set = Map.copyOf(set);
        add = Map.copyOf(add);
        remove = List.copyOf(remove);
    }

    public boolean isEmpty() {
        return set.isEmpty() && add.isEmpty() && remove.isEmpty();
    }

    /** {@code headers.request} or {@code headers.response}. */
    static HeaderEdits of(Fields operations, boolean ofRequest) {
        operations.only(Set.of("set", "add", "remove"));
        Map<String, String> set = values(operations.map("set"), ofRequest);
        Map<String, String> add = values(operations.map("add"), false);
        List<String> remove = operations.texts("remove").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        remove.forEach(name -> check(operations, "remove", name, false));
        return new HeaderEdits(set, add, remove);
    }

    private static Map<String, String> values(Fields fields, boolean mayBeHost) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : fields.keys()) {
            String name = key.toLowerCase(Locale.ROOT);
            String value = String.valueOf(fields.text(key));
            check(fields, key, name, mayBeHost);
            if (!VALUE.matcher(value).matches()) {
                fields.wrong(
                        key, "The value of \"" + key + "\" holds characters that no header may.", "one line of text");
            } else if (value.replace("%%", "").contains("%")) {
                fields.wrong(
                        key,
                        "\"" + value + "\" names a variable of Envoy's, which is not filled in.",
                        "%% for a percent sign");
            }
            values.put(name.equals(":authority") ? HOST : name, value.replace("%%", "%"));
        }
        return values;
    }

    private static void check(Fields fields, String key, String name, boolean mayBeHost) {
        boolean host = name.equals(HOST) || name.equals(":authority");
        if (UNTOUCHABLE.contains(name)
                || (host && !mayBeHost)
                || (!host && !NAME.matcher(name).matches())) {
            fields.wrong(key, "The header \"" + name + "\" cannot be changed by a route.", "another header");
        }
    }
}
