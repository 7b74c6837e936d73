package dev.slipway.gitops.images;

import org.jspecify.annotations.Nullable;

/**
 * The image of one container.
 *
 * @param workload {@code Kind/name}
 * @param container its name
 * @param decision null when nothing in the sources tells where it is decided
 * @param undecided why nothing does; empty otherwise
 */
public record ContainerImage(
        String application,
        String workload,
        String container,
        ImageReference image,
        @Nullable Decision decision,
        String undecided) {}
