package dev.slipway.gitops;

import dev.slipway.documents.tree.TreeDifference;
import dev.slipway.gitops.Sources.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what was read in an earlier pass still holds, when branches have moved since. */
final class Moves {

    private static final Paths NONE = Paths.of(List.of());

    private final Sources sources;
    private final Map<Revision, Answer.Found> before;
    private final Map<Revision, Answer.Found> now = new HashMap<>();
    private final Map<Revision, Optional<Paths>> known = new HashMap<>();
    private final Map<List<Revision>, List<Asked>> shared = new HashMap<>();

    /** @param before what revisions came to in the earlier pass */
    Moves(Sources sources, Map<Revision, Answer.Found> before) {
        this.sources = sources;
        this.before = before;
    }

    /**
     * A revision that a source names, with what it came to.
     *
     * @param pinned whether it names the commit itself
     */
    record Asked(Revision revision, Answer.Found found, boolean pinned) {

        static Asked of(Revision revision, Answer.Found found) {
            return new Asked(revision, found, revision.name().equals(found.commit()));
        }
    }

    /** What the revisions that may move have come to in this pass. */
    Map<Revision, Answer.Found> now() {
        return now;
    }

    /** To be called for all that is read anew; thousands may have asked for the same. */
    Read noted(Read read) {
        read.asked().stream().filter(each -> !each.pinned()).forEach(each -> paths(each.revision()));
        List<Revision> revisions = read.asked().stream().map(Asked::revision).toList();
        List<Asked> known = shared.putIfAbsent(revisions, read.asked());
        return known != null && known.equals(read.asked()) ? read.sharing(known) : read;
    }

    /** Whether reading again would come to the same. */
    boolean leave(Read read) {
        if (!read.complete()) {
            return false;
        }
        for (Asked asked : read.asked()) {
            if (!(asked.pinned() ? isStill(asked) : leaves(asked.revision(), read))) {
                return false;
            }
        }
        return true;
    }

    private boolean isStill(Asked asked) {
        return sources.isStill(asked.found())
                || (SourceReader.found(sources, asked.revision()) instanceof Answer.Found found
                        && found.commit().equals(asked.found().commit()));
    }

    private boolean leaves(Revision revision, Read read) {
        return paths(revision)
                .filter(paths -> paths.size() == 0 || read.isUntouched(paths))
                .isPresent();
    }

    /** What differs since the earlier pass; empty where that is not known. */
    private Optional<Paths> paths(Revision revision) {
        Optional<Paths> paths = known.get(revision);
        if (paths == null) {
            paths = moved(revision);
            known.put(revision, paths);
        }
        return paths;
    }

    private Optional<Paths> moved(Revision revision) {
        Answer.Found earlier = before.get(revision);
        if (!(SourceReader.found(sources, revision) instanceof Answer.Found found)) {
            return Optional.empty();
        }
        now.put(revision, found);
        return earlier == null ? Optional.empty() : difference(earlier, found);
    }

    private static Optional<Paths> difference(Answer.Found earlier, Answer.Found now) {
        if (earlier.commit().equals(now.commit())) {
            return Optional.of(NONE);
        }
        try {
            return Optional.of(Paths.of(TreeDifference.between(earlier.tree(), now.tree())));
        } catch (SourceException _) {
            return Optional.empty();
        }
    }
}
