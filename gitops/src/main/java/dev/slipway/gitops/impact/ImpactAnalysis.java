package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.fields.Redaction;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.objects.Pairing;
import dev.slipway.gitops.impact.reading.MeaningReader;
import dev.slipway.gitops.impact.reading.World;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
        Map<String, RenderedApplication> old = index(before);
        Map<String, RenderedApplication> now = index(after);
        Unreadable unreadable = new Unreadable(before, after);
        Grouping grouping = new Grouping(placedBefore, placedAfter);
        Redaction redaction = new Redaction();
        Pairing pairing = new Pairing(each -> !isApplication(each), placedAfter.landscape()::cluster, redaction);
        ApplicationComparison comparison = new ApplicationComparison(placedBefore, placedAfter, unreadable, redaction);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!unreadable.vanishes(name)) {
                take(old.get(name), now.get(name), comparison, grouping, pairing);
            }
        }
        objects(before, after, pairing, grouping);
        return new Impact(names.size(), grouping.applications(), grouping.environments(), unreadable.all());
    }

    private static Map<String, RenderedApplication> index(Declared declared) {
        return declared.applications().stream()
                .collect(Collectors.toMap(
                        each -> each.application().name(), Function.identity(), (one, _) -> one, TreeMap::new));
    }

    /** Applications are compared as such, not as objects of those that hold them. */
    private static boolean isApplication(Resource object) {
        return object.kind().equals("Application") && object.group().equals("argoproj.io");
    }

    private static void take(
            @Nullable RenderedApplication before,
            @Nullable RenderedApplication after,
            ApplicationComparison comparison,
            Grouping grouping,
            Pairing pairing) {
        comparison.compare(before, after).ifPresent(grouping::add);
        // Asked of those that look equal as well: what cannot be read on either side is not known to be so.
        boolean comparable = comparison.unreadable().areComparable(before, after);
        boolean differs =
                before == null || after == null || !before.fingerprint().equals(after.fingerprint());
        if (differs && comparable) {
            pairing.add(before, after);
        }
    }

    private void objects(Declared before, Declared after, Pairing pairing, Grouping grouping) {
        Map<String, Application> applications = after.applications().stream()
                .map(RenderedApplication::application)
                .collect(Collectors.toMap(Application::name, Function.identity(), (one, _) -> one));
        Set<String> earlier = before.applications().stream()
                .map(each -> each.application().name())
                .collect(Collectors.toSet());
        List<ObjectPair> pairs = pairing.pairs().stream()
                .filter(each -> isOfItsOwn(each, earlier, applications.keySet()))
                .toList();
        if (pairs.isEmpty()) {
            return;
        }
        MeaningReader reader = new MeaningReader(
                new World(before.applications(), placedBefore.landscape()::cluster),
                new World(after.applications(), placedAfter.landscape()::cluster),
                name -> Optional.ofNullable(applications.get(name)));
        pairs.parallelStream()
                .map(each -> Change.of(each, reader.read(each)))
                .toList()
                .forEach(grouping::add);
    }

    /** The objects of a new Application, and of one that is gone, are told with it. */
    private static boolean isOfItsOwn(ObjectPair pair, Set<String> earlier, Set<String> later) {
        if (pair.isChanged()) {
            return true;
        }
        return pair.before() == null
                ? earlier.contains(
                        Objects.requireNonNull(pair.after()).application().name())
                : later.contains(pair.before().application().name());
    }
}
