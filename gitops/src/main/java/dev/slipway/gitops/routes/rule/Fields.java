package dev.slipway.gitops.routes.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of a manifest while it is read: knows where it stands, and collects what is wrong with it. */
final class Fields {

    private final Map<?, ?> map;
    private final String pointer;
    private final List<RuleProblem> problems;

    private Fields(Map<?, ?> map, String pointer, List<RuleProblem> problems) {
        this.map = map;
        this.pointer = pointer;
        this.problems = problems;
    }

    static Fields of(@Nullable Object value, String pointer, List<RuleProblem> problems) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map, pointer, problems);
        }
        if (value != null) {
            problems.add(new RuleProblem(pointer, "\"" + value + "\" is no map.", "a map", true));
        }
        return new Fields(Map.of(), pointer, problems);
    }

    String pointer() {
        return pointer;
    }

    String pointer(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    Set<String> keys() {
        Map<String, Boolean> keys = new LinkedHashMap<>();
        map.keySet().forEach(key -> keys.put(String.valueOf(key), true));
        return keys.keySet();
    }

    Fields map(String key) {
        return of(map.get(key), pointer(key), problems);
    }

    List<Fields> maps(String key) {
        List<Fields> maps = new ArrayList<>();
        for (Object each : list(key)) {
            maps.add(of(each, pointer(key) + "/" + maps.size(), problems));
        }
        return maps;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        list(key).forEach(each -> texts.add(String.valueOf(each)));
        return texts;
    }

    private List<?> list(String key) {
        Object value = map.get(key);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            wrong(key, "\"" + value + "\" is no list.", "a list");
        }
        return List.of();
    }

    @Nullable
    String text(String key) {
        Object value = map.get(key);
        return value == null ? null : String.valueOf(value);
    }

    int number(String key, int otherwise) {
        Object value = map.get(key);
        if (value instanceof Number number) {
            return number.intValue();
        }
        if (value != null) {
            wrong(key, "\"" + value + "\" is no number.", "a number");
        }
        return otherwise;
    }

    boolean isTrue(String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    /** A duration as Go writes it; null when there is none. */
    @Nullable
    Duration duration(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Duration duration = GoDuration.parse(text);
        if (duration == null) {
            wrong(key, "\"" + text + "\" is no duration.", "for example 1.5s, 300ms or 1m");
        }
        return duration;
    }

    /** Requests that take the route end here. */
    void wrong(String key, String what, String expected) {
        problems.add(new RuleProblem(key.isEmpty() ? pointer : pointer(key), what, expected, true));
    }

    /** Told, and the route still works. */
    void ignored(String key, String what, String expected) {
        problems.add(new RuleProblem(pointer(key), what, expected, false));
    }

    /** Every key but these is told, never ignored. */
    void only(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                wrong(key, "\"" + key + "\" is not understood here.", "one of " + String.join(", ", known));
            }
        }
    }
}
