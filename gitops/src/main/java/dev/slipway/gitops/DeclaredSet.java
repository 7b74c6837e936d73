package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;

/**
 * An ApplicationSet.
 *
 * @param file where it stands
 * @param settled whether all that it makes is known, and nothing but the tree that was read decides it
 */
public record DeclaredSet(String file, Resource object, boolean settled) {}
