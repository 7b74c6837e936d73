package dev.slipway.git;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Brings the branches and tags of a repository elsewhere into a hosted one. Addresses come from people: only http and https,
 * no credentials, and no host of a private network unless the installation allows it. Never call it inside a database
 * transaction. Failures are {@link GitException}s: UNAVAILABLE when trying again may help, REFUSED or LIMITED when it will not.
 */
public interface GitImports {

    /** The namespace that holds a history until it is published. */
    String HIDDEN = "refs/import/";

    /** Everything that is wrong with the address itself; none when the repository may be asked for. Asks no server but that of names. */
    List<Problem> problems(String url);

    /** Asks what is there, without fetching it. */
    RemoteHistory look(String url);

    /**
     * Fetches everything into {@link #HIDDEN}, where neither clones nor builds see it; what an earlier, killed fetch brought
     * is not fetched again.
     *
     * @param progress takes a sentence now and then
     */
    RemoteHistory fetch(String url, RepositoryRef into, Consumer<String> progress);

    /** The branches that were fetched, by the full names that they get; the remote's default branch is {@code refs/heads/main}. */
    SortedMap<String, CommitId> fetched(RepositoryRef repository, String defaultBranch);

    /** Gives branches and tags their names, and forgets the hidden ones. Done again it changes nothing. */
    void publish(RepositoryRef repository, String defaultBranch, Actor actor);
}
