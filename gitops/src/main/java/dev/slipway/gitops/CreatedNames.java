package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells objects apart that get their names only when they are created, by {@code metadata.generateName} as Argo CD's hooks often do.
 * Each gets a name that no live object can have: {@code migrate-*}, the next one of its kind {@code migrate-* (2)}. The content stays
 * without.
 */
public final class CreatedNames {

    private final Map<String, Integer> counts = new HashMap<>();

    /** The same with names; those of the next objects go on where these end. */
    public List<Resource> named(List<Resource> objects) {
        return objects.stream().anyMatch(each -> each.name().isEmpty())
                ? objects.stream()
                        .map(each -> each.name().isEmpty() && isOne(each) ? named(each) : each)
                        .toList()
                : objects;
    }

    private Resource named(Resource object) {
        String pattern = prefix(object) + "*";
        String key = object.group() + " " + object.kind() + " " + object.namespace() + " " + pattern;
        int number = counts.merge(key, 1, Integer::sum);
        return new Resource(
                object.apiVersion(),
                object.kind(),
                object.namespace(),
                number == 1 ? pattern : pattern + " (" + number + ")",
                object.content());
    }

    /** Whether it gets its name when it is created. */
    public static boolean isOne(Resource object) {
        return object.text("metadata", "name").orElse("").isEmpty()
                && !prefix(object).isEmpty();
    }

    /** What a name that is made begins with; empty where none is. */
    public static String prefix(Resource object) {
        return object.text("metadata", "generateName").orElse("");
    }

    /** Which one it is of its kind and prefix, from 1, once it is named. */
    public static int number(Resource named) {
        String name = named.name();
        int at = name.lastIndexOf('(');
        return at < 0 ? 1 : Integer.parseInt(name, at + 1, name.length() - 1, 10);
    }
}
