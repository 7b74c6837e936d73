package dev.slipway.desiredstate;

import dev.slipway.kustomize.Resource;

/**
 * An Argo CD AppProject.
 *
 * @param file where it stands in the platform repository
 */
public record DesiredProject(String name, String file, Resource object) {}
