package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Secrets of a namespace: those that stand in Git, and those that something in Git makes. */
record Secrets(References references) {

    Optional<Managed> find(String name) {
        return references.find("Secret", name);
    }

    /**
     * Of a Secret that does not stand in Git; empty where something makes it.
     *
     * @param without what happens without it
     */
    Optional<Violation> missing(String name, String pointer, String without) {
        Map<String, Managed> made = SecretMakers.in(references);
        if (made.containsKey(name)) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(made.keySet());
        references.all("Secret").forEach(each -> known.add(each.name()));
        String near = references.meant(name, known);
        String what = references.missing("Secret", name);
        return Optional.of(
                near.isEmpty()
                        ? Violation.unknown(
                                Rule.SECRET,
                                pointer,
                                what + " Whether it is made outside of Git cannot be told.",
                                without)
                        : Violation.warning(Rule.SECRET, pointer, what, "", near));
    }
}
