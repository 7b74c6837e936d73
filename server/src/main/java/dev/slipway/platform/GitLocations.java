package dev.slipway.platform;

import dev.slipway.kernel.RepositoryRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Repository URLs as identities: the prefixes mean the same organisation, {@code <prefix>/<repo>} and
 * {@code <prefix>/<repo>.git} are equal.
 *
 * @param url the prefix that Slipway writes, for example {@code http://slipway.localhost:7070/git/acme}
 * @param aliases further prefixes
 * @param organisation which organisation all of them mean
 * @param mirrors which repositories elsewhere may be read
 */
public record GitLocations(String url, List<String> aliases, String organisation, List<MirrorRule> mirrors) {

    /** Reads nothing elsewhere. */
    public GitLocations(String url, List<String> aliases, String organisation) {
        this(url, aliases, organisation, List.of());
    }

    /**
     * Repositories elsewhere that manifests may name.
     *
     * @param prefix of their URLs
     * @param secret name of the installation's secret that opens them; null when they are open to everybody
     */
    public record MirrorRule(String prefix, @Nullable String secret) {

        boolean covers(String repositoryUrl) {
            return repositoryUrl.equals(prefix) || repositoryUrl.startsWith(prefix + "/");
        }
    }

    public GitLocations {
        aliases = List.copyOf(aliases);
        mirrors = List.copyOf(mirrors);
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

    /** The rule under which a repository elsewhere may be read; the longest prefix wins. Empty when none admits it. */
    public Optional<MirrorRule> mirror(String repositoryUrl) {
        boolean climbs = repositoryUrl.contains("/../") || repositoryUrl.contains("/./");
        return mirrors.stream()
                .filter(rule -> !climbs && rule.covers(repositoryUrl.replaceFirst("\\.git/?$", "")))
                .max(Comparator.comparingInt(rule -> rule.prefix().length()));
    }
}
