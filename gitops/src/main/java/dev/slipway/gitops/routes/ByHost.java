package dev.slipway.gitops.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Values by host as Istio looks them up: exact before wildcard, the longest wildcard first. */
final class ByHost<T> {

    private final Map<String, List<T>> exact = new TreeMap<>();
    private final TreeMap<String, List<T>> suffixes =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    void put(String host, T value) {
        if (host.startsWith("*")) {
            suffixes.computeIfAbsent(host.substring(1), _ -> new ArrayList<>()).add(value);
        } else {
            exact.computeIfAbsent(host, _ -> new ArrayList<>()).add(value);
        }
    }

    @Nullable
    List<T> find(String host) {
        List<T> found = exact.get(host);
        if (found != null) {
            return found;
        }
        for (Map.Entry<String, List<T>> each : suffixes.entrySet()) {
            if (host.length() > each.getKey().length() && host.endsWith(each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }

    /** Whether it is there itself, not only by a wildcard. */
    boolean names(String host) {
        return exact.containsKey(host);
    }

    /** What less specific hosts have that a request for this host never gets to. */
    List<T> hidden(String host) {
        List<T> all = new ArrayList<>();
        suffixes.forEach((suffix, values) -> {
            if (host.length() > suffix.length() && host.endsWith(suffix)) {
                all.addAll(values);
            }
        });
        List<T> found = find(host);
        if (found != null) {
            all.removeAll(found);
        }
        return all;
    }

    /** Each with a host that it is found by. */
    void forEach(BiConsumer<String, List<T>> action) {
        exact.forEach(action);
        suffixes.forEach((suffix, values) -> action.accept("any" + suffix, values));
    }

    List<String> exactHosts() {
        return List.copyOf(exact.keySet());
    }
}
