package dev.slipway.gitops.impact.reading.world;

import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.function.Function;

/** What is declared before and after a change. */
public record Worlds(World before, World after) {

    /**
     * Whether an object of the same namespace says the same as before.
     *
     * @param was stands beside it, as it was
     * @param other as it is
     * @param read what of it matters
     */
    public boolean isUnchanged(Manifest was, Resource other, Function<Resource, ?> read) {
        return before.same(was, other)
                .filter(each -> read.apply(each).equals(read.apply(other)))
                .isPresent();
    }
}
