package dev.slipway.platform;

import java.util.List;
import java.util.Optional;

/** The platform definition as the protected main of the platform repository has it. */
public interface Platforms {

    /**
     * The newest good definition. A broken commit never replaces it.
     *
     * @throws PlatformException with UNAVAILABLE while there is none yet
     */
    PlatformDefinition current();

    Optional<PlatformDefinition> find();

    /** The newest commit that was read and what is wrong with it; problems are empty when it is the current one. */
    PlatformState state();

    /** Everything wrong with the definition in a tree (platform.yaml, teams/, templates/), with file and line. */
    List<dev.slipway.kernel.Problem> validate(dev.slipway.documents.tree.FileTree tree);
}
