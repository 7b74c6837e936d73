package dev.slipway.scaffolder.publish;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import org.springframework.stereotype.Component;

/**
 * The platform's own host. It stands for every host that a template names, so that one written for GitHub runs where there
 * is no GitHub.
 */
@Component
record EmbeddedPublishHost(GitHost hosting, GitContent content, RepositoryAddresses addresses) implements PublishHost {

    @Override
    public boolean serves(String host) {
        return true;
    }

    @Override
    public String remoteUrl(RepositoryRef repository) {
        return addresses.git(repository);
    }

    @Override
    public String contentsUrl(RepositoryRef repository) {
        return addresses.page(repository);
    }

    @Override
    public String pullRequestUrl(PullRequestRef pullRequest) {
        return addresses.page(pullRequest.repository()) + "/pulls/" + pullRequest.number();
    }
}
