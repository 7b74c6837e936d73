package dev.slipway.gitops.release;

import dev.slipway.gitops.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has to change so that a Release runs. */
public sealed interface ReleaseChange {

    /**
     * These files.
     *
     * @param texts whole texts by path; none when the Release stands there already
     */
    record Files(SortedMap<String, String> texts) implements ReleaseChange {
        public Files {
            texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        }
    }

    /** It cannot be written, for all these reasons. */
    record Refused(List<Finding> findings) implements ReleaseChange {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
