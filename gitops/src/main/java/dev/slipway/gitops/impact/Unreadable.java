package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning.Fate;
import dev.slipway.gitops.secrets.SecretText;
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

    private final Identities identities;
    private final SetPolicies policies;
    private final Side before;
    private final Side after;
    private final Set<NotCompared> all = new LinkedHashSet<>();

    /** One revision. */
    private static final class Side {
        private final List<Finding> findings;
        private final Map<ApplicationId, RenderedApplication> applications = new HashMap<>();
        private final Map<ApplicationId, ApplicationId> holders = new HashMap<>();
        private final Set<ApplicationId> unread = new HashSet<>();
        private final Set<String> heldUnread = new HashSet<>();

        Side(Declared declared, Identities identities) {
            this.findings = declared.findings();
            Map<String, List<Application>> byName = new HashMap<>();
            for (RenderedApplication each : declared.applications()) {
                Application application = each.application();
                applications.put(identities.of(application), each);
                byName.computeIfAbsent(application.name(), _ -> new ArrayList<>())
                        .add(application);
                if (!problems(each).isEmpty()) {
                    unread.add(identities.of(application));
                }
            }
            applications.forEach((holder, each) -> each.objects().stream()
                    .filter(object -> object.kind().equals("Application"))
                    .forEach(
                            object -> hold(holder, object, byName.getOrDefault(object.name(), List.of()), identities)));
        }

        /** Of several of one name the object itself tells which one it makes. */
        private void hold(ApplicationId holder, Resource object, List<Application> named, Identities identities) {
            List<Application> held = named.size() == 1
                    ? named
                    : named.stream()
                            .filter(each -> each.object().equals(object))
                            .toList();
            if (held.isEmpty()) {
                heldUnread.add(object.name());
            }
            held.stream()
                    .map(identities::of)
                    .filter(each -> !each.equals(holder))
                    .forEach(each -> holders.put(each, holder));
        }

        boolean holdsUnread(ApplicationId application) {
            return heldUnread.contains(application.name()) && !applications.containsKey(application);
        }
    }

    Unreadable(Declared before, Declared after, Identities identities, SetPolicies policies) {
        this.identities = identities;
        this.policies = policies;
        this.before = new Side(before, identities);
        this.after = new Side(after, identities);
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
    boolean vanishes(ApplicationId application) {
        RenderedApplication was = before.applications.get(application);
        RenderedApplication is = after.applications.get(application);
        if (was != null && is != null) {
            return false;
        }
        boolean unknown = was != null ? cannotTell(application, before, after) : cannotTell(application, after, before);
        if (unknown) {
            all.add(new NotCompared(
                    words(Objects.requireNonNull(was == null ? is : was)),
                    was != null
                            ? "It may be gone, or only not be readable any more."
                            : "It may be new, or only not have been readable before.",
                    false));
        }
        return unknown;
    }

    private String words(RenderedApplication rendered) {
        return "Application \"" + identities.words(rendered.application()) + "\"";
    }

    private static boolean cannotTell(ApplicationId application, Side there, Side missing) {
        ApplicationId holder = there.holders.get(application);
        if (missing.holdsUnread(application)) {
            return true;
        }
        return holder == null
                ? !there.findings.containsAll(missing.findings)
                : missing.unread.contains(holder)
                        || (!missing.applications.containsKey(holder) && cannotTell(holder, there, missing));
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
                    words(any),
                    (is.isEmpty() ? "It could not be read before: " : "It cannot be read: ")
                            + SecretText.scrub(problems.getFirst().where() + ": "
                                    + problems.getFirst().what()),
                    was.equals(is)));
        }
    }

    /** What becomes of the objects of an Application that is gone. */
    Fate fate(Application gone) {
        ApplicationId id = before.holders.get(identities.of(gone));
        RenderedApplication holder = id == null ? null : after.applications.get(id);
        if (holder != null && !holder.application().prune()) {
            return Fate.STAYS;
        }
        if (policies.leaveUndeleted(gone)) {
            return Fate.KEPT;
        }
        return gone.deletesWhatItMade() ? Fate.DELETED : Fate.LEFT;
    }

    List<NotCompared> all() {
        return new ArrayList<>(all);
    }
}
