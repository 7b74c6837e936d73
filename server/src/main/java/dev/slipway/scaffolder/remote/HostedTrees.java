package dev.slipway.scaffolder.remote;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.GitContent;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.RunInfo;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The repositories that this platform hosts, read in process: no URL that a template names is ever asked, so none leads
 * into a private network.
 */
@Component
class HostedTrees implements RemoteTrees {

    private static final String HEAD = "HEAD";

    private final GitContent git;
    private final KnownHosts hosts;
    private final RepositoryAccess access;

    HostedTrees(GitContent git, KnownHosts hosts, RepositoryAccess access) {
        this.git = git;
        this.hosts = hosts;
        this.access = access;
    }

    @Override
    public Found at(String url, RunInfo run) {
        RepositoryUrl place = parsed(url);
        access.requireRead(Actors.of(run));
        if (!git.exists(place.repository())) {
            throw new ActionException(
                    "\"" + url + "\" cannot be fetched: there is no repository \"" + place.repository() + "\".");
        }
        List<String> parts = place.revisionAndPath();
        if (place.onDefaultBranch()) {
            return found(url, place.repository(), commit(place.repository(), HEAD), parts);
        }
        for (int named = 1; named <= parts.size(); named++) {
            Optional<CommitId> commit = commit(place.repository(), String.join("/", parts.subList(0, named)));
            if (commit.isPresent()) {
                return found(url, place.repository(), commit, parts.subList(named, parts.size()));
            }
        }
        return found(url, place.repository(), Optional.empty(), parts);
    }

    private RepositoryUrl parsed(String url) {
        try {
            return RepositoryUrl.of(url, hosts.repositoryPart(url));
        } catch (IllegalArgumentException e) {
            throw new ActionException("\"" + url + "\" cannot be fetched: " + e.getMessage(), e);
        }
    }

    private Optional<CommitId> commit(RepositoryRef repository, String revision) {
        return git.resolve(repository, revision);
    }

    private Found found(String url, RepositoryRef repository, Optional<CommitId> commit, List<String> path) {
        CommitId at = commit.orElseThrow(() -> new ActionException("\"" + url + "\" cannot be fetched: the repository "
                + repository + " has no such branch, tag or commit."));
        try {
            return new Found(git.snapshot(repository, at), TreePath.normalise(String.join("/", path)));
        } catch (TreeException e) {
            throw new ActionException("\"" + url + "\" leads out of the repository.", e);
        }
    }
}
