package dev.slipway.changes.write;

import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;

/** Archived repositories take no changes, Slipway's own neither. */
final class Archive {

    private Archive() {}

    static boolean holds(GitHost host, RepositoryRef repository) {
        return host.repository(repository).filter(HostedRepository::archived).isPresent();
    }

    static Problem problem(RepositoryRef repository) {
        return Problem.of("The repository " + repository + " is archived: it can be read, not changed.");
    }
}
