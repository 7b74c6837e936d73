package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.Differences;
import dev.slipway.gitops.impact.fields.Shown;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning.Policy;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.gitops.secrets.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of an Application itself: where it goes, what it reads, how it is synced. */
record ApplicationComparison(
        Placements placedBefore,
        Placements placedAfter,
        Unreadable unreadable,
        Handovers handovers,
        SetPolicies policies,
        Redaction redaction) {

    Optional<Change> compare(@Nullable RenderedApplication before, @Nullable RenderedApplication after) {
        if (before != null && after != null) {
            return isSame(before.application(), after.application())
                    ? Optional.empty()
                    : changed(before.application(), after.application());
        }
        return Optional.of(before == null ? added(Objects.requireNonNull(after)) : removed(before));
    }

    /** Nearly all of them: a renderer that knows both revisions reads their Applications once. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isSame(Application before, Application after) {
        return before == after && placedBefore.equals(placedAfter);
    }

    private static Change added(RenderedApplication after) {
        Application application = after.application();
        return change(
                application,
                false,
                Action.ADDED,
                List.of(new ApplicationMeaning.Added(Kinds.words(after.objects().stream()), application.automated())),
                List.of());
    }

    private Change removed(RenderedApplication before) {
        Application application = before.application();
        return change(
                application,
                true,
                Action.REMOVED,
                List.of(handovers
                        .of(application)
                        .<ApplicationMeaning>map(each -> each)
                        .orElseGet(() -> new ApplicationMeaning.Removed(
                                Kinds.words(before.objects().stream()), unreadable.fate(application)))),
                List.of());
    }

    private Optional<Change> changed(Application before, Application after) {
        List<Difference> differences =
                before.object().content().equals(after.object().content())
                        ? List.of()
                        : Differences.between(
                                redaction.of(before.object().content()),
                                redaction.of(after.object().content()));
        Set<Meaning> meanings = new LinkedHashSet<>();
        place(before, after, meanings);
        policies(before, after, meanings);
        differences.forEach(each -> meaning(each).ifPresent(meanings::add));
        if (meanings.isEmpty() && differences.isEmpty()) {
            return Optional.empty();
        }
        others(differences, meanings);
        if (policies.leaveUnchanged(after)) {
            meanings.add(new ApplicationMeaning.StaysAsMade());
        }
        List<Meaning> sorted = meanings.stream()
                .sorted(Comparator.comparing(Meaning::severity))
                .toList();
        return Optional.of(change(after, false, Action.CHANGED, sorted, differences));
    }

    private void place(Application before, Application after, Set<Meaning> meanings) {
        String from = place(placedBefore, before);
        String to = place(placedAfter, after);
        String was = placedBefore.of(before).environment();
        String is = placedAfter.of(after).environment();
        if (!from.equals(to)) {
            meanings.add(new ApplicationMeaning.Moved(from, to));
        } else if (!Objects.equals(was, is)) {
            meanings.add(new ApplicationMeaning.Reassigned(was, is));
        }
        if (!before.project().equals(after.project())) {
            meanings.add(new ApplicationMeaning.ProjectChanged(before.project(), after.project()));
        }
    }

    private static String place(Placements placements, Application application) {
        String namespace = application.namespace();
        return "cluster " + placements.landscape().cluster(application.cluster())
                + (namespace.isEmpty() ? "" : ", namespace " + namespace);
    }

    private static void policies(Application before, Application after, Set<Meaning> meanings) {
        policy(Policy.AUTOMATED, before.automated(), after.automated(), meanings);
        policy(Policy.PRUNE, before.prune(), after.prune(), meanings);
        policy(Policy.SELF_HEAL, before.selfHeal(), after.selfHeal(), meanings);
    }

    private static void policy(Policy policy, boolean before, boolean after, Set<Meaning> meanings) {
        if (before != after) {
            meanings.add(new ApplicationMeaning.SyncPolicyChanged(policy, after));
        }
    }

    private static Optional<Meaning> meaning(Difference each) {
        if (!each.path().startsWith("spec", "source") && !each.path().startsWith("spec", "sources")) {
            return Optional.empty();
        }
        List<String> keys = each.path().keys();
        Optional<String> parameter = each.path().has("helm") ? each.path().elementOf("parameters") : Optional.empty();
        String field = parameter
                .map(name -> "helm parameter " + name)
                .orElse(keys.size() > 2 ? String.join(".", keys.subList(2, keys.size())) : "all of it");
        boolean scalar = !(each.before() instanceof Map) && !(each.after() instanceof Map) && !field.contains("images");
        return Optional.of(new ApplicationMeaning.SourceChanged(
                field,
                scalar && each.before() != null ? Shown.text(each.before()) : null,
                scalar && each.after() != null ? Shown.text(each.after()) : null));
    }

    private static void others(List<Difference> differences, Set<Meaning> meanings) {
        List<String> paths = differences.stream()
                .filter(each -> !isSaid(each))
                .map(each -> each.path().toString())
                .distinct()
                .toList();
        if (!paths.isEmpty()) {
            meanings.add(new ObjectMeaning.OtherFields(paths));
        }
    }

    private static boolean isSaid(Difference each) {
        return each.path().startsWith("spec", "source")
                || each.path().startsWith("spec", "sources")
                || each.path().startsWith("spec", "destination")
                || each.path().startsWith("spec", "project")
                || each.path().startsWith("spec", "syncPolicy", "automated");
    }

    private static Change change(
            Application application,
            boolean gone,
            Action action,
            List<? extends Meaning> meanings,
            List<Difference> differences) {
        return new Change(
                application,
                gone,
                "Application",
                application.name(),
                application.namespace(),
                Map.of(),
                action,
                new ArrayList<>(meanings),
                Change.fields(differences));
    }
}
