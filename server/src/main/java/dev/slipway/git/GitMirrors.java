package dev.slipway.git;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of repositories that other servers host, read only, for those who read what manifests name. They are fetched by the
 * rules of {@link GitImports}: only http and https, no host of a private network unless the installation allows it, bounded in
 * size and time; again after an interval, and soon after a push that a webhook tells of. One that nobody asks for is dropped.
 * Safe to call anywhere: nothing here waits for a network.
 */
public interface GitMirrors {

    /** The organisation of all copies. */
    String ORGANISATION = "elsewhere";

    /** Whether a repository is such a copy. */
    static boolean holds(RepositoryRef repository) {
        return repository.organisation().equals(ORGANISATION);
    }

    /** Everything that is wrong with the address itself. */
    List<Problem> problems(String url);

    /**
     * The copy of a repository; the first time it is only noted, and fetched soon.
     *
     * @param url without {@link #problems}; {@code <url>} and {@code <url>.git} are the same
     * @param secret name of the installation's secret that opens it; null when it is open to everybody
     */
    Mirror of(String url, @Nullable String secret);

    /** In order of URL. */
    List<Mirror> all();

    /**
     * Fetches again soon; what is not mirrored is left out.
     *
     * @param urls as {@link #of} takes them, or as a webhook names them
     * @return the mirrors concerned
     */
    List<Mirror> refresh(Collection<String> urls);
}
