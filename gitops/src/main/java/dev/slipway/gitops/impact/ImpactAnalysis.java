package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning.Fate;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.objects.Pairing;
import dev.slipway.gitops.impact.reading.MeaningReader;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.gitops.secrets.Redaction;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two revisions declare. Only Applications that render differently are looked at closely, so that the effort grows
 * with the change. Values of Secrets are hidden before anything is compared.
 */
public final class ImpactAnalysis {

    private final Placements placedBefore;
    private final Placements placedAfter;

    /** Placements by the platform definition as it was and as it becomes. */
    public ImpactAnalysis(Placements before, Placements after) {
        this.placedBefore = before;
        this.placedAfter = after;
    }

    public Impact compare(Declared before, Declared after) {
        Identities identities = Identities.of(before, after);
        Map<ApplicationId, RenderedApplication> old = index(before, identities);
        Map<ApplicationId, RenderedApplication> now = index(after, identities);
        SetPolicies policies = new SetPolicies(after);
        Unreadable unreadable = new Unreadable(before, after, identities, policies);
        Grouping grouping = new Grouping(placedBefore, placedAfter, identities);
        Redaction redaction = new Redaction();
        Pairing pairing = new Pairing(each -> !isApplication(each), placedAfter.landscape()::cluster, redaction);
        Set<ApplicationId> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        List<ApplicationId> told =
                ids.stream().filter(id -> !unreadable.vanishes(id)).toList();
        told.forEach(id -> take(old.get(id), now.get(id), unreadable, pairing));
        List<ObjectPair> pairs = pairing.pairs();
        Predicate<Application> leaves =
                each -> !now.containsKey(identities.of(each)) && unreadable.fate(each) == Fate.LEFT;
        Handovers handovers = new Handovers(pairs, identities, leaves);
        ApplicationComparison comparison =
                new ApplicationComparison(placedBefore, placedAfter, unreadable, handovers, policies, redaction);
        told.forEach(id -> comparison.compare(old.get(id), now.get(id)).ifPresent(grouping::add));
        Supplier<MeaningReader> reader = () -> new MeaningReader(
                new World(before.applications(), placedBefore.landscape()::cluster),
                new World(after.applications(), placedAfter.landscape()::cluster),
                identities,
                id -> Optional.ofNullable(now.get(id)).map(RenderedApplication::application),
                leaves);
        Predicate<ObjectPair> own = each -> isOfItsOwn(each, identities, old.keySet(), now.keySet());
        objects(pairs, reader, own.and(each -> !handovers.isToldOf(each)), policies, grouping);
        return new Impact(ids.size(), grouping.applications(), grouping.environments(), unreadable.all());
    }

    private static Map<ApplicationId, RenderedApplication> index(Declared declared, Identities identities) {
        return declared.applications().stream()
                .collect(Collectors.toMap(
                        each -> identities.of(each.application()), Function.identity(), (one, _) -> one, TreeMap::new));
    }

    /** Applications are compared as such, not as objects of those that hold them. */
    private static boolean isApplication(Resource object) {
        return object.kind().equals("Application") && object.group().equals("argoproj.io");
    }

    private static void take(
            @Nullable RenderedApplication before,
            @Nullable RenderedApplication after,
            Unreadable unreadable,
            Pairing pairing) {
        // Asked of those that look equal as well: what cannot be read on either side is not known to be so.
        boolean comparable = unreadable.areComparable(before, after);
        boolean differs = before == null
                || after == null
                || !before.fingerprint().equals(after.fingerprint())
                || isMoved(before.application(), after.application());
        if (differs && comparable) {
            pairing.add(before, after);
        }
    }

    private static boolean isMoved(Application before, Application after) {
        return !before.namespace().equals(after.namespace())
                || !before.cluster().equals(after.cluster());
    }

    private static void objects(
            List<ObjectPair> pairs,
            Supplier<MeaningReader> reader,
            Predicate<ObjectPair> told,
            SetPolicies policies,
            Grouping grouping) {
        List<ObjectPair> own = pairs.stream().filter(told).toList();
        if (own.isEmpty()) {
            return;
        }
        MeaningReader meanings = reader.get();
        own.parallelStream()
                .map(each -> Change.of(each, meanings.read(each), policies))
                .toList()
                .forEach(grouping::add);
    }

    /** The objects of a new Application, and of one that is gone, are told with it. */
    private static boolean isOfItsOwn(
            ObjectPair pair, Identities identities, Set<ApplicationId> earlier, Set<ApplicationId> later) {
        if (pair.isChanged()) {
            return true;
        }
        ApplicationId id = identities.of(pair.any().application());
        return pair.before() == null ? earlier.contains(id) : later.contains(id);
    }
}
