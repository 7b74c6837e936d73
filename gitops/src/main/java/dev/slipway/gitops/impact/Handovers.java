package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What Applications that are gone, and delete nothing, leave to others: as it is when an Application gets another name. */
final class Handovers {

    private final Identities identities;
    private final Predicate<Application> leaves;
    private final Map<ApplicationId, List<ObjectPair>> left = new HashMap<>();

    /** @param leaves whether an Application is gone without what it made */
    Handovers(List<ObjectPair> pairs, Identities identities, Predicate<Application> leaves) {
        this.identities = identities;
        this.leaves = leaves;
        for (ObjectPair pair : pairs) {
            Manifest before = pair.before();
            if (before != null && leaves.test(before.application())) {
                left.computeIfAbsent(identities.of(before.application()), _ -> new ArrayList<>())
                        .add(pair);
            }
        }
    }

    /** Who takes what an Application leaves; empty where nobody takes anything. */
    Optional<ApplicationMeaning.HandedOver> of(Application gone) {
        List<ObjectPair> objects = left.getOrDefault(identities.of(gone), List.of());
        List<String> takers = objects.stream()
                .filter(ObjectPair::isChanged)
                .map(each -> identities.words(each.any().application()))
                .distinct()
                .sorted()
                .toList();
        return takers.isEmpty()
                ? Optional.empty()
                : Optional.of(new ApplicationMeaning.HandedOver(
                        kinds(objects, ObjectPair::isChanged), takers, kinds(objects, each -> !each.isChanged())));
    }

    private static String kinds(List<ObjectPair> objects, Predicate<ObjectPair> which) {
        return Kinds.words(objects.stream().filter(which).map(each -> each.any().object()));
    }

    /** Whether nothing becomes of an object but that another Application has it, which is told with the Application. */
    boolean isToldOf(ObjectPair pair) {
        Manifest before = pair.before();
        return before != null && pair.isChanged() && pair.differences().isEmpty() && leaves.test(before.application());
    }
}
