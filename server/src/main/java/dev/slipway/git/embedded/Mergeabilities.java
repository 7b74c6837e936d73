package dev.slipway.git.embedded;

import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.PullRequest.Mergeability;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tries merges, and remembers how they went. */
@Component
class Mergeabilities {

    private static final int MOST_REMEMBERED = 5000;

    private final GitContent git;
    private final Map<String, Mergeability> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mergeability> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    Mergeabilities(GitContent git) {
        this.git = git;
    }

    /** Whether a head could be merged into a base. */
    interface Source {
        Mergeability of(RepositoryRef repository, CommitId head, CommitId base);
    }

    Mergeability of(RepositoryRef repository, CommitId head, CommitId base) {
        Mergeability remembered = remembered(repository, head, base);
        if (remembered != Mergeability.UNKNOWN) {
            return remembered;
        }
        Mergeability computed = compute(repository, head, base);
        known.put(key(repository, head, base), computed);
        return computed;
    }

    Mergeability remembered(RepositoryRef repository, CommitId head, CommitId base) {
        return known.getOrDefault(key(repository, head, base), Mergeability.UNKNOWN);
    }

    private static String key(RepositoryRef repository, CommitId head, CommitId base) {
        return repository + " " + head + " " + base;
    }

    private Mergeability compute(RepositoryRef repository, CommitId head, CommitId base) {
        if (git.isAncestor(repository, head, base)) {
            return Mergeability.EMPTY;
        }
        return switch (git.merge(repository, base, head)) {
            case Merge.Clean _ -> Mergeability.CLEAN;
            case Merge.Conflicting _ -> Mergeability.CONFLICTING;
        };
    }
}
