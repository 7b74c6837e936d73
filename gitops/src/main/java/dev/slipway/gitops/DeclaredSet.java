package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.List;

/**
 * An ApplicationSet.
 *
 * @param file where it stands
 * @param settled whether all that it makes is known, and nothing but the tree that was read decides it
 * @param doubts what to look at although it can be read
 */
public record DeclaredSet(String file, Resource object, boolean settled, List<Finding> doubts) {

    public DeclaredSet {
        doubts = List.copyOf(doubts);
    }
}
