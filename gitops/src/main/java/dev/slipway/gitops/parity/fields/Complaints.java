package dev.slipway.gitops.parity.fields;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads fields and collects what is wrong with them, so that a person learns everything at once. What is wrong is null. */
public final class Complaints {

    private final List<Finding> findings = new ArrayList<>();

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public void add(Place place, String what, String expected, String next) {
        findings.add(new Finding(place.toString(), what, expected, next));
    }

    /** Wrong is the value of this key. */
    public void at(YamlMap map, String key, String what, String expected) {
        add(map.get(key).map(YamlValue::place).orElse(map.place()), what, expected, "");
    }

    public void unknownKeys(YamlMap map, String of, Collection<String> known) {
        map.entries().stream()
                .filter(each -> !known.contains(each.key().text()))
                .forEach(each -> add(
                        each.key().place(),
                        "\"" + each.key().text() + "\" is not a key of " + of + ".",
                        "one of " + String.join(", ", new TreeSet<>(known)),
                        meant(each.key().text(), known)));
    }

    public void unknownWord(YamlValue at, String kind, String word, Collection<String> known) {
        add(
                at.place(),
                "There is no " + kind + " \"" + word + "\".",
                "one of " + String.join(", ", known),
                meant(word, known));
    }

    private static String meant(String word, Collection<String> known) {
        return Nearest.of(word, known)
                .map(each -> "Did you mean \"" + each + "\"?")
                .orElse("");
    }

    public void constant(YamlMap map, String key, String expected) {
        String text = text(map, key);
        if (text != null && !text.equals(expected)) {
            at(map, key, "\"" + key + "\" is \"" + text + "\".", expected);
        }
    }

    /** A text that must be there. */
    public @Nullable String text(YamlMap map, String key) {
        String text = map.text(key).filter(each -> !each.isBlank()).orElse(null);
        if (text == null) {
            at(map, key, "\"" + key + "\" is missing.", "a text");
        }
        return text;
    }

    /** A map that must be there. */
    public @Nullable YamlMap map(YamlMap map, String key) {
        YamlMap below = map.map(key).orElse(null);
        if (below == null) {
            at(map, key, "\"" + key + "\" is missing.", "a map");
        }
        return below;
    }

    public @Nullable YamlMap asMap(YamlValue value, String what) {
        YamlMap map = value.asMap().orElse(null);
        if (map == null) {
            add(value.place(), what + " is " + value.kind() + ".", "a map", "");
        }
        return map;
    }

    public List<YamlValue> items(YamlMap map, String key, boolean required) {
        if (map.get(key).isEmpty()
                ? required
                : map.get(key).flatMap(YamlValue::asList).isEmpty()) {
            at(map, key, "\"" + key + "\" is no list.", "a list, [] for none");
        }
        return map.items(key);
    }
}
