package dev.slipway.gitops.impact.objects;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.secrets.Redaction;
import dev.slipway.kustomize.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pairs objects: those of the same Application first, then what has gone from one Application to another. Equal ones are left out. */
public final class Pairing {

    private final Predicate<Resource> taken;
    private final UnaryOperator<String> cluster;
    private final Redaction redaction;
    private final List<ObjectPair> changed = new ArrayList<>();
    private final List<Manifest> removed = new ArrayList<>();
    private final List<Manifest> added = new ArrayList<>();

    /**
     * @param taken which objects are compared
     * @param cluster the name of an Application's destination
     */
    public Pairing(Predicate<Resource> taken, UnaryOperator<String> cluster, Redaction redaction) {
        this.taken = taken;
        this.cluster = cluster;
        this.redaction = redaction;
    }

    /** Takes an Application as it was and as it is; null where it is not there. */
    public void add(@Nullable RenderedApplication before, @Nullable RenderedApplication after) {
        Map<ObjectKey, Resource> old = index(before);
        Map<ObjectKey, Resource> now = index(after);
        if (before != null && after != null) {
            pairSame(before.application(), after.application(), old, now);
            pairRenamed(before.application(), after.application(), old, now);
        }
        if (before != null) {
            old.values().forEach(each -> removed.add(Manifest.of(before.application(), each, redaction)));
        }
        if (after != null) {
            now.values().forEach(each -> added.add(Manifest.of(after.application(), each, redaction)));
        }
    }

    /** Of what stands several times the last one is live in the end, as Argo CD applies them in order. */
    private Map<ObjectKey, Resource> index(@Nullable RenderedApplication rendered) {
        Map<ObjectKey, Resource> index = new LinkedHashMap<>();
        if (rendered != null) {
            rendered.objects().stream()
                    .filter(taken)
                    .forEach(each -> index.put(ObjectKey.within(rendered.application(), each), each));
        }
        return index;
    }

    private void pairSame(
            Application before, Application after, Map<ObjectKey, Resource> old, Map<ObjectKey, Resource> now) {
        Iterator<Map.Entry<ObjectKey, Resource>> each = old.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<ObjectKey, Resource> entry = each.next();
            Resource same = now.remove(entry.getKey());
            if (same != null) {
                pair(before, entry.getValue(), after, same);
                each.remove();
            }
        }
    }

    /** A generator gives its object another name whenever the content changes. Paired only where no other could be meant. */
    private void pairRenamed(
            Application before, Application after, Map<ObjectKey, Resource> old, Map<ObjectKey, Resource> now) {
        Map<ObjectKey, List<ObjectKey>> oldStems = stems(old);
        Map<ObjectKey, List<ObjectKey>> nowStems = stems(now);
        oldStems.forEach((stem, keys) -> {
            List<ObjectKey> others = nowStems.getOrDefault(stem, List.of());
            if (keys.size() == 1 && others.size() == 1) {
                Resource was = old.remove(keys.getFirst());
                Resource is = now.remove(others.getFirst());
                if (was != null && is != null) {
                    pair(before, was, after, is);
                }
            }
        });
    }

    private static Map<ObjectKey, List<ObjectKey>> stems(Map<ObjectKey, Resource> index) {
        Map<ObjectKey, List<ObjectKey>> stems = new LinkedHashMap<>();
        index.forEach((key, object) -> {
            if (GeneratedName.isHashed(object)) {
                stems.computeIfAbsent(key.named(GeneratedName.stem(object)), _ -> new ArrayList<>())
                        .add(key);
            }
        });
        return stems;
    }

    /** What holds data and whose Application moves is another one, although it reads the same. */
    private void pair(Application before, Resource was, Application after, Resource is) {
        boolean same = was.content().equals(is.content());
        if (same && !ObjectPair.holdsData(is)) {
            return;
        }
        ObjectPair pair = ObjectPair.of(Manifest.of(before, was, redaction), Manifest.of(after, is, redaction));
        if (!same || pair.isMoved()) {
            changed.add(pair);
        }
    }

    /** Everything that differs, once all Applications are added. */
    public List<ObjectPair> pairs() {
        List<ObjectPair> pairs = new ArrayList<>(changed);
        Map<ObjectKey, Deque<Manifest>> arrivals = new LinkedHashMap<>();
        added.forEach(each ->
                arrivals.computeIfAbsent(key(each), _ -> new ArrayDeque<>(1)).add(each));
        for (Manifest gone : removed) {
            Deque<Manifest> elsewhere = arrivals.get(key(gone));
            pairs.add(ObjectPair.of(gone, elsewhere == null ? null : elsewhere.poll()));
        }
        arrivals.values().forEach(some -> some.forEach(each -> pairs.add(ObjectPair.of(null, each))));
        return pairs;
    }

    private ObjectKey key(Manifest manifest) {
        return ObjectKey.everywhere(cluster.apply(manifest.application().cluster()), manifest);
    }
}
