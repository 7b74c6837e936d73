package dev.slipway.gitops.places;

import dev.slipway.kustomize.Resource;
import java.util.Optional;

/** What objects were rendered from. */
interface Origins {

    /** Where the pointer, or as much of it as is found, stands; empty where the object is not found. */
    Optional<String> place(Resource object, String pointer);
}
