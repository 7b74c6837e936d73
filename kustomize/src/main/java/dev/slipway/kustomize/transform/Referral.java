package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the object that a reference means, among those that once had the name. */
record Referral(Item referrer, Reference reference) {

    /**
     * The object, or null when none is meant.
     *
     * @param withNamespace whether the reference holds the namespace too, so that it tells objects apart
     * @throws Refusal if several are meant that are called differently now
     */
    @Nullable
    Item select(String name, List<Item> candidates, boolean withNamespace) {
        List<Item> found = candidates.stream()
                .filter(item ->
                        item.previous().stream().anyMatch(id -> id.name().equals(name)))
                .filter(item -> wasOf(item, reference.target()))
                .filter(this::isOfRoleRef)
                .filter(this::isInReach)
                .toList();
        found = narrowed(found, item -> affixesFit(item, true));
        found = narrowed(found, item -> affixesFit(item, false));
        if (found.isEmpty()) {
            return null;
        }
        Item first = found.getFirst();
        if (!found.stream().allMatch(item -> isNamedLike(item, first, withNamespace))) {
            throw ambiguous(name, found);
        }
        return first;
    }

    private static List<Item> narrowed(List<Item> found, Predicate<Item> condition) {
        return found.size() <= 1 ? found : found.stream().filter(condition).toList();
    }

    private static boolean wasOf(Item item, Gvk selector) {
        return item.previous().stream().anyMatch(id -> id.gvk().isSelectedBy(selector));
    }

    private boolean isOfRoleRef(Item item) {
        String kind = Values.text(referrer.content(), "roleRef", "kind");
        String group = Values.text(referrer.content(), "roleRef", "apiGroup");
        return !reference.field().joined().endsWith("roleRef/name")
                || kind == null
                || group == null
                || wasOf(item, new Gvk(group, "", kind));
    }

    private boolean isInReach(Item item) {
        Id from = referrer.id();
        return from.gvk().isClusterScoped()
                || item.id().gvk().isClusterScoped()
                || item.kind().equals("ServiceAccount")
                || from.effectiveNamespace().equals(item.id().effectiveNamespace());
    }

    private boolean affixesFit(Item item, boolean emptyFits) {
        return endsAlike(item.prefixes(), referrer.prefixes(), emptyFits)
                && endsAlike(item.suffixes(), referrer.suffixes(), emptyFits);
    }

    /** Both went through the same outer layers. */
    private static boolean endsAlike(List<String> left, List<String> right, boolean emptyFits) {
        if (emptyFits && (left.isEmpty() || right.isEmpty())) {
            return true;
        }
        if (left.isEmpty() != right.isEmpty()) {
            return false;
        }
        List<String> shorter = left.size() <= right.size() ? left : right;
        List<String> longer = left.size() <= right.size() ? right : left;
        return longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
    }

    private static boolean isNamedLike(Item item, Item other, boolean withNamespace) {
        return item.name().equals(other.name())
                && (!withNamespace || Objects.equals(item.namespace(), other.namespace()));
    }

    private Refusal ambiguous(String name, List<Item> found) {
        String names = found.stream().map(item -> item.id().toString()).collect(Collectors.joining(", "));
        return new Refusal(
                referrer.place(),
                "\"" + name + "\" in " + reference.field().joined() + " of " + referrer.id()
                        + " can mean several objects: " + names + ".",
                "a name that means one object.",
                "Name the objects differently in their bases.");
    }
}
