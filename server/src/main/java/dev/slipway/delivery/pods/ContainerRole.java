package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;

/** What a container is for in its pod. */
enum ContainerRole {
    /** Runs to its end before the next container starts. */
    INIT,
    /** An init container with {@code restartPolicy: Always}: has started before the next one does, and goes on running. */
    SIDECAR,
    MAIN;

    static ContainerRole ofInit(Manifest container) {
        return container.text("restartPolicy").filter("Always"::equals).isPresent() ? SIDECAR : INIT;
    }
}
