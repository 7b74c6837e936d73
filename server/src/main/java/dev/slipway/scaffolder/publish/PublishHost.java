package dev.slipway.scaffolder.publish;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;

/** A host that templates publish to. Adapters: the platform's own. */
interface PublishHost {

    /** Whether it is the one that a {@code repoUrl} means that begins with this host. */
    boolean serves(String host);

    GitHost hosting();

    GitContent content();

    /** What {@code git clone} takes. */
    String remoteUrl(RepositoryRef repository);

    /** Where people see the repository's files. */
    String contentsUrl(RepositoryRef repository);

    /** Where people see a pull request. */
    String pullRequestUrl(PullRequestRef pullRequest);
}
