package dev.slipway.gitops;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the newest passes over trees read. Safe for use by several threads. */
final class Remembered {

    /** Passes over several trees may take turns: a branch, and the pull requests onto it. */
    private static final int PASSES = 3;

    private final Map<String, Held> files = new HashMap<>();
    private long passes;
    private volatile Pass newest = Pass.none(true, KubernetesVersions.unknown());

    private static final class Held {
        private final Manifests manifests;
        private long pass;

        Held(Manifests manifests) {
            this.manifests = manifests;
        }
    }

    /** The pass before one that begins now, as far as it helps that one. */
    synchronized Pass before(boolean bootstrapped, KubernetesVersions kubernetes) {
        passes++;
        if (passes % PASSES == 0) {
            files.values().removeIf(each -> each.pass < passes - PASSES);
        }
        return newest.bootstrapped() == bootstrapped && newest.kubernetes().equals(kubernetes)
                ? newest
                : Pass.none(bootstrapped, kubernetes);
    }

    void keep(Pass pass) {
        newest = pass;
    }

    /** What was read of this file before, or what is read of it now. */
    Manifests file(String key, Supplier<Manifests> read) {
        Held known = find(key);
        if (known != null) {
            return known.manifests;
        }
        Manifests made = read.get();
        keep(key, made);
        return made;
    }

    private synchronized void keep(String key, Manifests manifests) {
        Held entry = new Held(manifests);
        entry.pass = passes;
        files.put(key, entry);
    }

    private synchronized @Nullable Held find(String key) {
        Held found = files.get(key);
        if (found != null) {
            found.pass = passes;
        }
        return found;
    }
}
