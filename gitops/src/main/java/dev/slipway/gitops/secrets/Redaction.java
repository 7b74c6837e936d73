package dev.slipway.gitops.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces everything secret in an object by {@link Hidden} values, before anything is compared or put into words: the data of
 * Secrets wherever one is embedded, what kubectl remembers of them, values whose name says what they are, and secrets within texts.
 * What many objects have in common is looked at once. For one thread.
 */
public final class Redaction {

    private static final Set<String> SECRETS = Set.of("Secret", "SealedSecret", "SopsSecret");

    /** What brings secrets from elsewhere names their keys: the API of external-secrets.io. */
    private static final Set<String> EXTERNAL = Set.of("ExternalSecret", "ClusterExternalSecret", "PushSecret");

    private static final Set<String> DATA = Set.of("data", "stringData", "encryptedData", "binaryData");

    /** What may name the value beside it: a variable, an entry, a patch. */
    private static final List<String> NAMES = List.of("name", "key", "path");

    private static final String REMEMBERED = "last-applied-configuration";
    private static final String ARGO_CD = "argocd.argoproj.io/";

    /** Anybody who may list objects sees these; their names say nothing of their values. */
    private static final Set<String> LABELS =
            Set.of("labels", "matchLabels", "commonLabels", "podLabels", "selector", "nodeSelector");

    private static final Pattern KUBERNETES = Pattern.compile("([\\w-]+\\.)*(kubernetes|k8s)\\.io/.*");

    /** As variables spell them. */
    private static final Pattern FLAG = Pattern.compile("(?i)true|false");

    /** Enough for the words of a repository; a longer text is rarely the same twice. */
    private static final int MOST_KNOWN = 20_000;

    private static final int LONGEST_KNOWN = 200;

    /** Of long ones only as many: files that are the same in every cluster, such as dashboards. */
    private static final int MOST_LONG = 100;

    /** In what kind of object a value stands. */
    private enum Within {
        SECRET,
        EXTERNAL,
        OTHER
    }

    private final Map<String, Boolean> names = new HashMap<>();
    private final Map<String, Object> texts = new HashMap<>();
    private final Map<String, Object> longTexts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > MOST_LONG;
        }
    };

    /** A copy without secrets. */
    public Map<String, @Nullable Object> of(Map<?, ? extends @Nullable Object> content) {
        return map(content, Within.OTHER);
    }

    private Map<String, @Nullable Object> map(Map<?, ? extends @Nullable Object> map, Within around) {
        Within within = within(map, around);
        boolean named = NAMES.stream().anyMatch(each -> map.get(each) instanceof String name && isSecret(name));
        return map(map, within, named);
    }

    private Map<String, @Nullable Object> map(Map<?, ? extends @Nullable Object> map, Within within, boolean named) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(String.valueOf(key), value, within, named)));
        if (map.containsKey("patch") && targetsSecret(map.get("target"))) {
            copy.put("patch", hidden(map.get("patch")));
        }
        if (map.get("command") instanceof Collection<?> command) {
            copy.put("command", list(command, within, Arguments.ofCommand(command)));
            if (map.get("args") instanceof Collection<?> arguments && !command.isEmpty()) {
                copy.put("args", list(arguments, within, Arguments.behind(command, arguments)));
            }
        }
        return copy;
    }

    /** Of a patch of Kustomize. */
    private static boolean targetsSecret(@Nullable Object target) {
        return target instanceof Map<?, ?> map && SECRETS.contains(String.valueOf(map.get("kind")));
    }

    private static Within within(Map<?, ?> map, Within around) {
        String kind = String.valueOf(map.get("kind"));
        if (around == Within.SECRET || SECRETS.contains(kind)) {
            return Within.SECRET;
        }
        return EXTERNAL.contains(kind) ? Within.EXTERNAL : around;
    }

    private @Nullable Object value(String key, @Nullable Object value, Within within, boolean named) {
        boolean hides =
                (within == Within.SECRET && DATA.contains(key)) || key.equals("binaryData") || key.endsWith(REMEMBERED);
        if (hides) {
            return hidden(value);
        }
        if (within == Within.SECRET && key.equals("annotations") && value instanceof Map<?, ?> annotations) {
            return annotations(annotations);
        }
        if (within == Within.EXTERNAL && key.equals("template") && value instanceof Map<?, ?> template) {
            return template(template);
        }
        if (LABELS.contains(key) && value instanceof Map<?, ?> labels) {
            return labels(labels, within);
        }
        if (value instanceof Map<?, ?> map && SecretNames.isHolder(key)) {
            return held(map);
        }
        if (key.equals("secret") && value instanceof Map<?, ?> map) {
            return embedded(map, within);
        }
        boolean secret = (named && key.equals("value")) || isSecret(key);
        return secret && !isOpen(key, within) ? scalarsHidden(value, within) : plain(value, within);
    }

    /** What sounds like a secret's name and is known to be something else. */
    private static boolean isOpen(String key, Within within) {
        return (within == Within.EXTERNAL && key.equals("secretKey"))
                || KUBERNETES.matcher(key).matches();
    }

    /** What an external secret becomes: a value that takes nothing from elsewhere is the secret itself. */
    private Map<String, @Nullable Object> template(Map<?, ?> template) {
        Map<String, @Nullable Object> copy = map(template, Within.EXTERNAL);
        if (template.get("data") instanceof Map<?, ?> data) {
            Map<String, @Nullable Object> values = map(data, Within.EXTERNAL);
            data.forEach((key, value) -> values.computeIfPresent(
                    String.valueOf(key),
                    (_, shown) -> String.valueOf(value).contains("{{") ? shown : Hidden.wholly(shown)));
            copy.put("data", values);
        }
        return copy;
    }

    /** A chart's values for a Secret that it makes. */
    private Map<String, @Nullable Object> embedded(Map<?, ?> map, Within within) {
        Map<String, @Nullable Object> copy = map(map, within);
        for (String key : DATA) {
            if (map.get(key) instanceof Map<?, ?> data) {
                copy.put(key, hidden(data));
            }
        }
        return copy;
    }

    /** Every text is a secret that is not one's name, path or the like. */
    private Map<String, @Nullable Object> held(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(
                String.valueOf(key),
                switch (value) {
                    case Map<?, ?> below -> held(below);
                    case Collection<?> list ->
                        list.stream()
                                .map(each -> each instanceof Map<?, ?> below
                                        ? held(below)
                                        : scalarsHidden(each, Within.OTHER))
                                .toList();
                    case null, default ->
                        SecretNames.isAbout(String.valueOf(key))
                                ? plain(value, Within.OTHER)
                                : scalarsHidden(value, Within.OTHER);
                }));
        return copy;
    }

    private Map<String, @Nullable Object> labels(Map<?, ?> labels, Within within) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        labels.forEach((key, value) -> copy.put(String.valueOf(key), plain(value, within)));
        return copy;
    }

    /** What tools write there may be made of the data; how Argo CD treats the object is not. */
    private static Map<String, @Nullable Object> annotations(Map<?, ?> annotations) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        annotations.forEach((key, value) ->
                copy.put(String.valueOf(key), String.valueOf(key).startsWith(ARGO_CD) ? value : hidden(value)));
        return copy;
    }

    private @Nullable Object plain(@Nullable Object value, Within within) {
        return switch (value) {
            case Map<?, ?> map -> map(map, within);
            case Collection<?> list -> list(list, within, Arguments.of(list));
            case String text -> text(text);
            case null, default -> value;
        };
    }

    private List<@Nullable Object> list(Collection<?> list, Within within, Arguments arguments) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        Set<String> parameters = secretParameters(list);
        for (Object each : list) {
            Optional<Hidden> hidden = each instanceof String text ? arguments.next(text) : Optional.empty();
            copy.add(hidden.isPresent() ? hidden.get() : element(each, within, parameters));
        }
        return copy;
    }

    private @Nullable Object element(@Nullable Object element, Within around, Set<String> secretParameters) {
        if (element instanceof Map<?, ?> map
                && map.get("name") instanceof String name
                && secretParameters.contains(name)) {
            return map(map, within(map, around), true);
        }
        return plain(element, around);
    }

    /** Of Helm's parameters: {@code env[0].value}, unless {@code env[0].name} is there and is no secret's. */
    private Set<String> secretParameters(Collection<?> list) {
        Set<String> values = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (Object each : list) {
            if (each instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                if (name.endsWith("].value")) {
                    values.add(name);
                } else if (name.endsWith("].name") && map.get("value") instanceof String called && !isSecret(called)) {
                    open.add(name.substring(0, name.length() - "name".length()) + "value");
                }
            }
        }
        values.removeAll(open);
        return values;
    }

    private boolean isSecret(String name) {
        Boolean known = names.get(name);
        if (known != null) {
            return known;
        }
        boolean secret = SecretNames.isSecret(name);
        if (names.size() < MOST_KNOWN) {
            names.put(name, secret);
        }
        return secret;
    }

    private Object text(String text) {
        Map<String, Object> kept = text.length() <= LONGEST_KNOWN ? texts : longTexts;
        Object known = kept.get(text);
        if (known != null) {
            return known;
        }
        Object scrubbed = scrubbed(text);
        if (kept.size() < MOST_KNOWN) {
            kept.put(text, scrubbed);
        }
        return scrubbed;
    }

    private static Object scrubbed(String text) {
        String scrubbed = SecretText.scrub(text);
        return scrubbed.equals(text) ? text : new Hidden(text, scrubbed);
    }

    /** A structure below a secret's name may be a reference; a scalar is the secret. */
    private @Nullable Object scalarsHidden(@Nullable Object value, Within within) {
        return switch (value) {
            case Map<?, ?> map -> map(map, within);
            case Collection<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(each -> copy.add(scalarsHidden(each, within)));
                yield copy;
            }
            case Boolean flag -> flag;
            case String text when FLAG.matcher(text).matches() -> text;
            case null -> null;
            default -> Hidden.wholly(value);
        };
    }

    private static @Nullable Object hidden(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), hidden(each)));
                yield copy;
            }
            case Collection<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(each -> copy.add(hidden(each)));
                yield copy;
            }
            case null -> null;
            default -> Hidden.wholly(value);
        };
    }
}
