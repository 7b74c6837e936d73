package dev.slipway.gitops.validation.inventory;

import dev.slipway.gitops.validation.rule.Violation;
import java.util.function.BiConsumer;

/** Finds what is wrong between objects. */
@FunctionalInterface
public interface Check {

    /** @param found takes each violation with the object that breaks the rule */
    void check(Inventory inventory, BiConsumer<Managed, Violation> found);
}
