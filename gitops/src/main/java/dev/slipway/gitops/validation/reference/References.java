package dev.slipway.gitops.validation.reference;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import java.util.List;
import java.util.Optional;

/** Looks for what an object names in its own namespace. */
record References(Inventory inventory, Managed from) {

    Optional<Managed> find(String kind, String name) {
        return inventory.find(from.cluster(), from.namespace(), kind, name);
    }

    /** Whether trust-manager makes a ConfigMap of this name in every namespace. */
    boolean isBundle(String name) {
        return inventory.find(from.cluster(), "", "Bundle", name).isPresent();
    }

    List<Managed> all(String kind) {
        return inventory.all(from.cluster(), from.namespace(), kind);
    }

    /** {@code There is no ConfigMap "a" in namespace "b" of "c".} */
    String missing(String kind, String name) {
        return "There is no " + kind + " \"" + name + "\" in " + where() + ".";
    }

    String where() {
        return "namespace \"" + from.namespace() + "\" of \"" + from.cluster() + "\"";
    }

    /** {@code Did you mean "a"?}, or empty. */
    String meant(String name, List<String> known) {
        return Nearest.of(name, known)
                .map(each -> "Did you mean \"" + each + "\"?")
                .orElse("");
    }

    String meant(String kind, String name, String otherwise) {
        String near = meant(name, inventory.names(from.cluster(), from.namespace(), kind));
        return near.isEmpty() ? otherwise : near;
    }
}
