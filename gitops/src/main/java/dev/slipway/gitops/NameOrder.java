package dev.slipway.gitops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the Applications of a pass in the order of their names; where these stand as before, nothing is sorted again. */
final class NameOrder {

    private static final Comparator<RenderedApplication> ORDER = Comparator.comparing(
                    (RenderedApplication each) -> each.application().name())
            .thenComparing(each -> each.application().file());

    private final List<RenderedApplication> of;
    /** Which of them comes first, second and so on. */
    private final List<Integer> places;

    private NameOrder(List<RenderedApplication> of, List<Integer> places) {
        this.of = of;
        this.places = places;
    }

    static NameOrder nothing() {
        return new NameOrder(List.of(), List.of());
    }

    NameOrder next(List<RenderedApplication> now) {
        return new NameOrder(now, isOfTheSameNames(now) ? places : sorted(now));
    }

    List<RenderedApplication> applications() {
        List<RenderedApplication> all = new ArrayList<>(of.size());
        places.forEach(place -> all.add(of.get(place)));
        return all;
    }

    @SuppressWarnings("ReferenceEquality") // nearly all are the very same, and need no look at their names
    private boolean isOfTheSameNames(List<RenderedApplication> now) {
        return now.size() == of.size()
                && IntStream.range(0, now.size())
                        .allMatch(i -> now.get(i) == of.get(i) || ORDER.compare(now.get(i), of.get(i)) == 0);
    }

    private static List<Integer> sorted(List<RenderedApplication> applications) {
        return IntStream.range(0, applications.size())
                .boxed()
                .sorted(Comparator.comparing(applications::get, ORDER))
                .toList();
    }
}
