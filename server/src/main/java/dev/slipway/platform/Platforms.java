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

    /**
     * Main as it is now and the definition in force there, which belong together; read now if main has moved since. For decisions about
     * what main becomes, which the gates of yesterday must not make. Empty while there is no good definition. Reads Git, so never
     * inside a transaction.
     */
    Optional<DefinitionAtMain> newest();

    /** The newest commit that was read and what is wrong with it; problems are empty when it is the current one. */
    PlatformState state();

    /** Everything wrong with the definition in a tree (platform.yaml, teams/, templates/), with file and line. */
    List<dev.slipway.kernel.Problem> validate(dev.slipway.documents.tree.FileTree tree);
}
