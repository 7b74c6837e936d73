package dev.slipway.platform;

import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Optional;

/**
 * Repository URLs as identities: the prefixes mean the same organisation, {@code <prefix>/<repo>} and
 * {@code <prefix>/<repo>.git} are equal.
 *
 * @param url the prefix that Slipway writes, for example {@code http://slipway.localhost:7070/git/acme}
 * @param aliases further prefixes
 * @param organisation which organisation all of them mean
 */
public record GitLocations(String url, List<String> aliases, String organisation) {

    public GitLocations {
        aliases = List.copyOf(aliases);
    }

    /** The URL that Slipway writes for a repository. */
    public String urlOf(RepositoryRef repository) {
        return url + "/" + repository.name() + ".git";
    }

    /** The repository that a URL means; empty for a URL under none of the prefixes. */
    public Optional<RepositoryRef> resolve(String repositoryUrl) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(url), aliases.stream())
                .filter(prefix -> repositoryUrl.startsWith(prefix + "/"))
                .map(prefix -> repositoryUrl.substring(prefix.length() + 1).replaceFirst("\\.git$", ""))
                .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"))
                .map(name -> new RepositoryRef(organisation, name))
                .findFirst();
    }
}
