package dev.slipway.git.web;

import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.RepositoryRef;

/**
 * What stands above every page of a repository.
 *
 * @param tab which of its pages is shown: {@code files}, {@code commits} or {@code pulls}
 * @param openPulls how many pull requests are open
 * @param mayPropose whether the viewer may push and open pull requests, and the repository takes them
 */
public record RepositoryFrame(
        HostedRepository repository, String tab, int openPulls, String cloneUrl, boolean mayPropose) {

    public RepositoryRef ref() {
        return repository.ref();
    }

    public String path() {
        return Links.repository(ref());
    }

    public String topic() {
        return "repository/" + ref();
    }
}
