package dev.slipway.gitops;

import dev.slipway.gitops.Output.Declaration;
import dev.slipway.kustomize.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file or a directory of plain manifests. */
sealed interface FolderPart permits Folder, Manifests {

    /** Git's id of it; null where trees tell none. */
    @Nullable
    String id();

    String path();

    List<Resource> objects();

    /** The same for the same file or directory, so that what they say has to be read once. */
    List<Declaration> declarations();

    List<Finding> findings();

    /** Equal where the objects are; empty without any. */
    String digests();
}
