package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Derived;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import dev.slipway.kernel.CommitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All Applications of a pass in the platform's words; those that render as in the pass before are not translated again. */
final class Translations {

    /** Stands for a commit that cannot be resolved, and for a tree that is none. */
    private static final CommitId NONE = new CommitId("0".repeat(40));

    private final Translation translation;
    private final Derived<RenderedApplication, DesiredApplication> known;
    private final boolean committed;

    /** @param committed whether every commit could be resolved */
    private Translations(
            Translation translation, Derived<RenderedApplication, DesiredApplication> known, boolean committed) {
        this.translation = translation;
        this.known = known;
        this.committed = committed;
    }

    static Translations nothing(Translation translation) {
        return new Translations(translation, Derived.nothing(), true);
    }

    Translations next(Declared declared) {
        Map<String, CommitId> ids = new HashMap<>();
        Derived<RenderedApplication, DesiredApplication> next = known.next(
                declared.applications(),
                (rendered, before) ->
                        of(rendered, ids.computeIfAbsent(declared.commit(rendered), Translations::id), before));
        return new Translations(translation, next, !ids.containsValue(NONE));
    }

    List<DesiredApplication> all() {
        if (committed) {
            return known.made();
        }
        return known.made().stream()
                .map(each -> NONE.equals(each.commit()) ? each.at(null) : each)
                .toList();
    }

    private static CommitId id(String commit) {
        return Revision.isWholeCommit(commit) ? new CommitId(commit) : NONE;
    }

    /** Where it renders the same, only the commit may be another. */
    private DesiredApplication of(RenderedApplication rendered, CommitId commit, @Nullable DesiredApplication before) {
        if (before == null) {
            return translation.application(rendered, commit);
        }
        return commit.equals(before.commit()) ? before : before.at(commit);
    }
}
