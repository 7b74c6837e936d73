package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.reading.Reading;
import dev.slipway.gitops.DeclaredSet;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.kernel.Problem;
import dev.slipway.kustomize.Resource;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would change in gated environments: design rule "nothing reaches a gated environment beside its gates". What an
 * Application renders to that is not known counts as changed as soon as a file changes that it names.
 */
final class GatedChanges {

    /** What makes a namespace and runs nothing in it, and routes, which come with a service before its first Release. */
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("Namespace", "ResourceQuota", "LimitRange", "NetworkPolicy", "VirtualService");

    private final PlatformDefinition definition;
    private final GatedEnvironments environments;

    GatedChanges(PlatformDefinition definition) {
        this.definition = definition;
        this.environments = new GatedEnvironments(definition);
    }

    List<Problem> between(Reading before, Reading after) {
        Set<RenderedApplication> kept = kept(before, after);
        Predicate<RenderedApplication> wanted = each -> !kept.contains(each);
        return Stream.concat(
                        between(Standing.of(before, wanted), Standing.of(after, wanted)).stream(),
                        ofSets(sets(before), sets(after)).stream())
                .toList();
    }

    /** Nearly all of them: what one reading took over from the other and is known as a whole needs no comparison. */
    private Set<RenderedApplication> kept(Reading before, Reading after) {
        IdentityHashMap<RenderedApplication, DesiredApplication> old = new IdentityHashMap<>();
        before.forEach(old::put);
        Set<RenderedApplication> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        after.forEach((rendered, application) -> {
            DesiredApplication same = old.get(rendered);
            if (same != null && rendered.findings().isEmpty() && isSame(same, application)) {
                kept.add(rendered);
            }
        });
        return kept;
    }

    private static List<DeclaredSet> sets(Reading reading) {
        return reading.declaration().declared().sets();
    }

    List<Problem> between(List<Standing> before, List<Standing> after) {
        Set<String> repeated = repeated(before);
        repeated.addAll(repeated(after));
        return pairs(keyed(before, each -> place(each, repeated)), keyed(after, each -> place(each, repeated)))
                .flatMap(pair -> change(pair.before(), pair.after()).stream())
                .toList();
    }

    List<Problem> ofSets(List<DeclaredSet> before, List<DeclaredSet> after) {
        Function<DeclaredSet, String> place = each -> each.object().name() + " in " + each.file();
        return pairs(keyed(before, place), keyed(after, place))
                .flatMap(pair -> setChange(pair.before(), pair.after()).stream())
                .toList();
    }

    /** Where there is an Argo CD for each cluster, an Application of the same name may stand in several folders. */
    private static Set<String> repeated(List<Standing> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(Standing::name)
                .filter(name -> !seen.add(name))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String place(Standing standing, Set<String> repeated) {
        String name = standing.name();
        return repeated.contains(name) ? name + " in " + standing.application().file() : name;
    }

    private static <T> Map<String, T> keyed(List<T> all, Function<T, String> place) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, T> keyed = new TreeMap<>();
        for (T each : all) {
            String at = place.apply(each);
            keyed.put(at + " " + counts.merge(at, 1, Integer::sum), each);
        }
        return keyed;
    }

    private record Pair<T>(@Nullable T before, @Nullable T after) {}

    private static <T> Stream<Pair<T>> pairs(Map<String, T> before, Map<String, T> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream().map(key -> new Pair<>(before.get(key), after.get(key)));
    }

    private Optional<Problem> change(@Nullable Standing before, @Nullable Standing after) {
        Optional<Environment> gate = gate(before).or(() -> gate(after));
        if (gate.isEmpty()) {
            return making(before, after).or(() -> besideItsDestination(before, after));
        }
        if (!runs(before) && !runs(after)) {
            return Optional.empty();
        }
        if (before == null || after == null || !isSame(before.application(), after.application())) {
            return gate.map(environment -> changed(environment, before, after));
        }
        String difference = before.differenceTo(after);
        return difference.isEmpty()
                ? Optional.empty()
                : gate.map(environment -> decidedOtherwise(environment, after, difference));
    }

    private Optional<Environment> gate(@Nullable Standing standing) {
        return standing == null ? Optional.empty() : environments.of(standing.application());
    }

    private static boolean runs(@Nullable Standing standing) {
        return standing != null && standing.runs();
    }

    private boolean isSame(DesiredApplication one, DesiredApplication other) {
        return Objects.equals(one.release(), other.release())
                && one.fingerprint().equals(other.fingerprint())
                && ((isOwn(one) && isOwn(other)) || Objects.equals(one.commit(), other.commit()))
                && one.automated() == other.automated()
                && Objects.equals(one.cluster(), other.cluster())
                && Objects.equals(one.environment(), other.environment())
                && one.namespace().equals(other.namespace());
    }

    /** Whether its source is the platform repository, which has another commit with every change, whatever it changes. */
    private boolean isOwn(DesiredApplication application) {
        return definition.repository().equals(application.repository());
    }

    private static Problem changed(Environment environment, @Nullable Standing before, @Nullable Standing after) {
        DesiredApplication any =
                Objects.requireNonNull(after == null ? before : after).application();
        return refusal(
                any.releaseFiles().getFirst(),
                "This changes what \"" + any.name() + "\" runs in \"" + environment.name()
                        + "\", which is reached through gates only.");
    }

    private static Problem decidedOtherwise(Environment environment, Standing after, String difference) {
        DesiredApplication application = after.application();
        return refusal(
                application.file(),
                "This changes what decides over \"" + application.name() + "\" in \"" + environment.name()
                        + "\", which is reached through gates only: " + difference + ".");
    }

    private static Problem refusal(String where, String what) {
        return new Problem(
                where,
                what,
                "a promotion or rollback whose gates passed",
                "Take the change out of this pull request and promote the Release instead.");
    }

    /** Objects name namespaces of their own, of environments that their Application does not go to. */
    private Optional<Problem> besideItsDestination(@Nullable Standing before, @Nullable Standing after) {
        boolean sameObjects = before != null
                && after != null
                && before.application().fingerprint().equals(after.application().fingerprint())
                && Objects.equals(
                        before.application().cluster(), after.application().cluster());
        if (sameObjects || (!runs(before) && !runs(after))) {
            return Optional.empty();
        }
        Map<Resource, Environment> old = inGatedNamespaces(before);
        Map<Resource, Environment> now = inGatedNamespaces(after);
        return old.keySet().equals(now.keySet())
                ? Optional.empty()
                : Stream.concat(now.values().stream(), old.values().stream())
                        .findFirst()
                        .map(environment -> changed(environment, before, after));
    }

    private Map<Resource, Environment> inGatedNamespaces(@Nullable Standing standing) {
        Map<Resource, Environment> inside = new HashMap<>();
        if (standing != null) {
            DesiredApplication application = standing.application();
            application.objects().stream()
                    .filter(object -> !OF_THE_PLATFORM.contains(object.kind()))
                    .forEach(object -> environments
                            .of(application, object)
                            .ifPresent(environment -> inside.put(object, environment)));
        }
        return inside;
    }

    /** An app of apps that is not known may make Applications that nobody has looked at, and takes away what it has made. */
    private Optional<Problem> making(@Nullable Standing before, @Nullable Standing after) {
        Standing any = Objects.requireNonNull(after == null ? before : after);
        if (!any.isUnknown()) {
            return Optional.empty();
        }
        boolean same =
                before != null && after != null && before.differenceTo(after).isEmpty();
        return same
                ? Optional.empty()
                : environments
                        .madeBy(any.application())
                        .map(
                                environment -> unknown(
                                        any.application().file(),
                                        "the Application \"" + any.name() + "\"",
                                        environment,
                                        "Correct what is wrong with it, or keep what it makes in this repository as plain files."));
    }

    private Optional<Problem> setChange(@Nullable DeclaredSet before, @Nullable DeclaredSet after) {
        boolean settled = (before == null || before.settled()) && (after == null || after.settled());
        boolean same = before != null && after != null && before.object().equals(after.object());
        if (settled || same) {
            return Optional.empty();
        }
        DeclaredSet any = Objects.requireNonNull(after == null ? before : after);
        return madeBy(before)
                .or(() -> madeBy(after))
                .map(environment -> unknown(
                        any.file(),
                        "the ApplicationSet \"" + any.object().name() + "\"",
                        environment,
                        "Let it generate from files of this repository, or keep gated environments out of its"
                                + " template's destination."));
    }

    private Optional<Environment> madeBy(@Nullable DeclaredSet set) {
        return set == null ? Optional.empty() : environments.madeBy(set);
    }

    private static Problem unknown(String where, String maker, Environment environment, String next) {
        return new Problem(
                where,
                "This changes " + maker + ", of which this repository does not tell what it makes: it may reach \""
                        + environment.name() + "\", which is reached through gates only.",
                "Applications that are known before they are merged",
                next);
    }
}
