package dev.slipway.desiredstate.reading;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.gitops.Sources;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import java.util.Optional;

/**
 * Repositories by the URLs that the definition gives them. The platform repository's main is the tree being read.
 *
 * @param platformKey names the tree being read: its commit, or what it is merged from
 */
record GitSources(GitContent git, PlatformDefinition definition, String platformKey, FileTree platformTree)
        implements Sources {

    @Override
    public Answer find(String repositoryUrl, String revision) {
        Optional<RepositoryRef> repository = definition.git().resolve(repositoryUrl);
        if (repository.isEmpty()) {
            return new Answer.Missing(
                    "\"" + repositoryUrl + "\" is under none of the prefixes in platform.yaml's git.");
        }
        if (repository.get().equals(definition.repository()) && (revision.equals("main") || revision.equals("HEAD"))) {
            return new Answer.Found(platformTree, platformKey);
        }
        try {
            Optional<CommitId> commit = git.resolve(repository.get(), revision.equals("HEAD") ? "main" : revision);
            return commit.<Answer>map(id -> new Answer.Found(git.snapshot(repository.get(), id), id.value()))
                    .orElseGet(() -> new Answer.Missing("\"" + repository.get() + "\" has no \"" + revision + "\"."));
        } catch (GitException e) {
            return new Answer.Missing(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String identity(String repositoryUrl) {
        return definition
                .git()
                .resolve(repositoryUrl)
                .map(RepositoryRef::toString)
                .orElse(repositoryUrl);
    }
}
