package dev.slipway.gitops.impact;

import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.placement.Placements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts the same change in many services into one group, by environment. */
final class Grouping {

    private static final String LABEL = "slipway.dev/";

    private final Placements placedBefore;
    private final Placements placedAfter;
    private final Identities identities;
    private final Map<String, Map<Signature, List<Placed>>> environments = new TreeMap<>();

    private record Placed(Change change, Placement placement) {}

    Grouping(Placements before, Placements after, Identities identities) {
        this.placedBefore = before;
        this.placedAfter = after;
        this.identities = identities;
    }

    void add(Change change) {
        Placement placement = placement(change);
        String environment = Objects.requireNonNullElse(placement.environment(), "");
        environments
                .computeIfAbsent(environment, _ -> new LinkedHashMap<>())
                .computeIfAbsent(Signature.of(change, placement), _ -> new ArrayList<>())
                .add(new Placed(change, placement));
    }

    /** Where its Application belongs; an object of a cluster's own Application says itself, or its namespace does. */
    private Placement placement(Change change) {
        Placements placements = change.gone() ? placedBefore : placedAfter;
        Placement placement = placements.of(change.application());
        if (placement.environment() != null) {
            return placement;
        }
        String environment = change.labels().get(LABEL + "environment");
        return new Placement(
                placement.service() == null ? change.labels().get(LABEL + "service") : placement.service(),
                placement.team() == null ? change.labels().get(LABEL + "team") : placement.team(),
                environment == null
                        ? placements
                                .environment(change.application().cluster(), change.namespace())
                                .orElse(null)
                        : environment,
                placement.rule());
    }

    /** How many Applications have a change. */
    int applications() {
        return (int) environments.values().stream()
                .flatMap(groups -> groups.values().stream())
                .flatMap(List::stream)
                .map(each -> identities.of(each.change().application()))
                .distinct()
                .count();
    }

    /** Gated ones first, then the other way round than changes are promoted; what belongs to none comes last. */
    List<EnvironmentImpact> environments() {
        List<Landscape.Environment> order =
                placedAfter.landscape().environments().reversed();
        List<String> names = new ArrayList<>(order.stream()
                .filter(Landscape.Environment::gated)
                .map(Landscape.Environment::name)
                .toList());
        order.stream()
                .filter(each -> !each.gated())
                .map(Landscape.Environment::name)
                .forEach(names::add);
        environments.keySet().stream()
                .filter(each -> !names.contains(each) && !each.isEmpty())
                .forEach(names::add);
        names.add("");
        return names.stream()
                .filter(environments::containsKey)
                .map(this::environment)
                .toList();
    }

    private EnvironmentImpact environment(String name) {
        boolean gated = placedAfter
                .landscape()
                .environment(name)
                .map(Landscape.Environment::gated)
                .orElse(false);
        List<ImpactGroup> groups = Objects.requireNonNull(environments.get(name)).values().stream()
                .map(this::group)
                .sorted(Comparator.comparing(ImpactGroup::severity)
                        .thenComparingInt(each -> -each.members().size())
                        .thenComparing(each -> each.members().getFirst().name())
                        .thenComparing(ImpactGroup::kind)
                        .thenComparing(each -> each.members().getFirst().object()))
                .toList();
        return new EnvironmentImpact(name, gated, groups);
    }

    private ImpactGroup group(List<Placed> placed) {
        Change first = placed.getFirst().change();
        List<Member> members = placed.stream()
                .map(this::member)
                .sorted(Comparator.comparing(Member::application).thenComparing(Member::object))
                .toList();
        List<Meaning> meanings = first.meanings();
        return new ImpactGroup(first.kind(), first.action(), meanings, first.fields(), members);
    }

    private Member member(Placed placed) {
        Change change = placed.change();
        Placements placements = change.gone() ? placedBefore : placedAfter;
        return new Member(
                identities.words(change.application()),
                placed.placement().service(),
                placed.placement().team(),
                placements.landscape().cluster(change.application().cluster()),
                change.namespace(),
                change.name());
    }
}
