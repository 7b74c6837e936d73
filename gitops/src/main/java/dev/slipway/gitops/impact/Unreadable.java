package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.fields.SecretText;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning.Fate;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read in either revision. An Application that does not render has not lost its objects, and one that is missing
 * because the file that holds it cannot be read is not removed.
 */
final class Unreadable {

    private static final String NOWHERE = "";

    private final Side before;
    private final Side after;
    private final Set<NotCompared> all = new LinkedHashSet<>();

    /** One revision. */
    private static final class Side {
        private final List<Finding> findings;
        private final Map<String, RenderedApplication> applications = new HashMap<>();
        private final Map<String, String> holders = new HashMap<>();
        private final Set<String> unread = new HashSet<>();

        Side(Declared declared) {
            this.findings = declared.findings();
            for (RenderedApplication each : declared.applications()) {
                String name = each.application().name();
                applications.put(name, each);
                if (!problems(each).isEmpty()) {
                    unread.add(name);
                }
                each.objects().stream()
                        .filter(object -> object.kind().equals("Application"))
                        .map(Resource::name)
                        .forEach(held -> holders.put(held, name));
            }
        }

        boolean holdsUnread(String application) {
            return holders.containsKey(application) && !applications.containsKey(application);
        }
    }

    Unreadable(Declared before, Declared after) {
        this.before = new Side(before);
        this.after = new Side(after);
        after.findings().forEach(each -> note(each, before.findings().contains(each)));
        before.findings().stream()
                .filter(each -> !after.findings().contains(each))
                .forEach(each -> note(each, true));
    }

    private void note(Finding finding, boolean asBefore) {
        all.add(new NotCompared(finding.where(), SecretText.scrub(finding.what()), asBefore));
    }

    /** What could not be read of an Application; what its project refuses was read, and is not among it. */
    private static List<Finding> problems(RenderedApplication rendered) {
        return rendered.findings().stream()
                .filter(each -> rendered.objects().isEmpty()
                        || !each.where().equals(rendered.application().file()))
                .toList();
    }

    /** Whether it seems to be new or gone, and nobody can tell. */
    boolean vanishes(String application) {
        boolean was = before.applications.containsKey(application);
        boolean is = after.applications.containsKey(application);
        if (was && is) {
            return false;
        }
        boolean unknown = was ? cannotTell(application, before, after) : cannotTell(application, after, before);
        if (unknown) {
            all.add(new NotCompared(
                    "Application \"" + application + "\"",
                    was
                            ? "It may be gone, or only not be readable any more."
                            : "It may be new, or only not have been readable before.",
                    false));
        }
        return unknown;
    }

    private static boolean cannotTell(String application, Side there, Side missing) {
        String holder = there.holders.getOrDefault(application, NOWHERE);
        return missing.holdsUnread(application)
                || missing.unread.contains(holder)
                || (holder.equals(NOWHERE) && !there.findings.containsAll(missing.findings))
                || (!holder.equals(NOWHERE)
                        && !missing.applications.containsKey(holder)
                        && cannotTell(holder, there, missing));
    }

    /** Whether both can be read, or lack the same. Otherwise notes why not. */
    boolean areComparable(@Nullable RenderedApplication one, @Nullable RenderedApplication other) {
        List<Finding> was = one == null ? List.of() : problems(one);
        List<Finding> is = other == null ? List.of() : problems(other);
        RenderedApplication any = Objects.requireNonNull(other == null ? one : other);
        note(any, was, is);
        return was.equals(is) && (was.isEmpty() || !any.objects().isEmpty());
    }

    private void note(RenderedApplication any, List<Finding> was, List<Finding> is) {
        List<Finding> problems = is.isEmpty() ? was : is;
        if (!problems.isEmpty()) {
            all.add(new NotCompared(
                    "Application \"" + any.application().name() + "\"",
                    (is.isEmpty() ? "It could not be read before: " : "It cannot be read: ")
                            + SecretText.scrub(problems.getFirst().where() + ": "
                                    + problems.getFirst().what()),
                    was.equals(is)));
        }
    }

    /** What becomes of the objects of an Application that is gone. */
    Fate fate(Application gone) {
        String holder = before.holders.getOrDefault(gone.name(), NOWHERE);
        RenderedApplication held = after.applications.get(holder);
        if (held != null && !held.application().prune()) {
            return Fate.STAYS;
        }
        return gone.deletesWhatItMade() ? Fate.DELETED : Fate.LEFT;
    }

    List<NotCompared> all() {
        return new ArrayList<>(all);
    }
}
