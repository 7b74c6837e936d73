package dev.slipway.kustomize.remote;

import dev.slipway.documents.tree.FileTree;
import java.util.Optional;

/** The repositories at hand from which remote bases may be read. Nothing is fetched for it. */
public interface RemoteRepositories {

    /**
     * The tree of a repository.
     *
     * @param repository as a kustomization writes it, for example {@code https://github.com/acme/bases}
     * @param ref branch, tag or commit; {@code HEAD} for the default branch
     * @return empty where it is not at hand
     */
    Optional<FileTree> tree(String repository, String ref);
}
