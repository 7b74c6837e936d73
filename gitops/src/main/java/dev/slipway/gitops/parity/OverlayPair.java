package dev.slipway.gitops.parity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two overlays that are compared, each of its environment, or the environments as a whole where they have no overlays. */
record OverlayPair(Side.Overlay left, Side.Overlay right) {

    /** Those that are called alike but for their environments; each with each where not all have such a partner. */
    static List<OverlayPair> of(List<Side.Overlay> from, List<Side.Overlay> to) {
        List<OverlayPair> all = from.stream()
                .flatMap(left -> to.stream().map(right -> new OverlayPair(left, right)))
                .toList();
        List<OverlayPair> alike = all.stream().filter(OverlayPair::isNamedAlike).toList();
        boolean each = from.size() > 1 && alike.size() == from.size() && alike.size() == to.size();
        return each ? alike : all;
    }

    private boolean isNamedAlike() {
        return bare(left).equals(bare(right));
    }

    private static String bare(Side.Overlay overlay) {
        return overlay.name().replace(overlay.side().environment(), "");
    }

    /** What differs in one of them differs. */
    static TermResult result(
            Term term,
            boolean mustMatch,
            List<OverlayPair> pairs,
            BiFunction<Side.Known, Side.Known, TermResult> compare) {
        Map<Difference, Set<String>> differences = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (OverlayPair pair : pairs) {
            TermResult result = compare.apply(pair.left().side(), pair.right().side());
            result.differences()
                    .forEach(each -> differences
                            .computeIfAbsent(each, _ -> new LinkedHashSet<>())
                            .add(pair.toString()));
            unknown.addAll(result.unknown());
        }
        return TermResult.of(
                term,
                mustMatch,
                differences.entrySet().stream()
                        .map(each -> each.getValue().size() == pairs.size()
                                ? each.getKey()
                                : each.getKey().in(String.join(", ", each.getValue())))
                        .toList(),
                List.copyOf(unknown));
    }

    @Override
    public String toString() {
        return Stream.of(left.name(), right.name())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" → "));
    }
}
