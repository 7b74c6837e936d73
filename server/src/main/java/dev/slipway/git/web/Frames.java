package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.CurrentActor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what a page's address names, or says that it is not there. */
@Component
class Frames {

    private static final Pattern REVISION = Pattern.compile("[\\p{L}\\p{N}._/+#-]{1,250}");

    private final GitHost host;
    private final GitContent git;
    private final RepositoryAccess access;
    private final CurrentActor actor;
    private final RepositoryAddresses addresses;

    Frames(GitHost host, GitContent git, RepositoryAccess access, CurrentActor actor, RepositoryAddresses addresses) {
        this.host = host;
        this.git = git;
        this.access = access;
        this.actor = actor;
        this.addresses = addresses;
    }

    RepositoryFrame of(String organisation, String name, String tab) {
        RepositoryRef ref = new RepositoryRef(organisation, name);
        HostedRepository repository =
                host.repository(ref).orElseThrow(() -> missing("There is no repository \"" + ref + "\"."));
        return new RepositoryFrame(
                repository,
                tab,
                host.counts(ref).getOrDefault(PullRequest.State.OPEN, 0),
                addresses.git(ref),
                !repository.archived() && access.mayPropose(actor.get(), ref));
    }

    Commit commit(RepositoryRef repository, String revision) {
        return (REVISION.matcher(revision).matches()
                        ? git.resolve(repository, revision)
                        : java.util.Optional.<CommitId>empty())
                .flatMap(id -> git.commit(repository, id))
                .orElseThrow(
                        () -> missing("There is no branch, tag or commit \"" + revision + "\" in " + repository + "."));
    }

    static GitException missing(String message) {
        return new GitException(ProblemCode.NOT_FOUND, Problem.of(message));
    }
}
