package dev.slipway.catalog.discovery;

import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why an address is no file that the catalog reads. */
@Component
class AddressRefusals {

    private static final Pattern REPOSITORY = Pattern.compile("([^/?#]+/[^/?#]+?)(?:\\.git)?(?:[/?#].*)?");
    private static final Pattern BRANCH = Pattern.compile("[^/]+/[^/]+/(?:blob|tree|raw|edit)/([^/]+)/.+");

    private final GitHost host;
    private final RepositoryAddresses addresses;
    private final Platforms platforms;

    AddressRefusals(GitHost host, RepositoryAddresses addresses, Platforms platforms) {
        this.host = host;
        this.addresses = addresses;
        this.platforms = platforms;
    }

    Problem of(String target) {
        URI uri = uri(target);
        if (uri == null) {
            return Problem.at("target", "\"" + target + "\" is no address of a file.")
                    .expecting("an address that begins with http:// or https://")
                    .next("Copy the address of the file's page in the portal.");
        }
        return prefixes().entrySet().stream()
                .filter(prefix -> target.startsWith(prefix.getKey()))
                .findFirst()
                .map(prefix -> here(
                        target,
                        prefix.getValue() + target.substring(prefix.getKey().length())))
                .orElseGet(() -> Problem.at("target", "\"" + uri.getHost() + "\" is no Git host of this platform.")
                        .expecting("an address below "
                                + String.join(", ", prefixes().keySet()))
                        .next("The catalog reads the repositories of this platform and asks no other address: bring"
                                + " the repository here, or copy the file into one that is."));
    }

    private Problem here(String target, String rest) {
        Optional<RepositoryRef> named = repository(rest);
        if (named.isEmpty()) {
            return noFile(target);
        }
        HostedRepository repository = host.repository(named.get()).orElse(null);
        if (repository == null) {
            return Problem.at("target", "There is no repository \"" + named.get() + "\".")
                    .next("Look for its name among the repositories of the portal.");
        }
        Matcher branch = BRANCH.matcher(rest);
        boolean other =
                branch.matches() && !List.of("HEAD", repository.defaultBranch()).contains(branch.group(1));
        return other
                ? Problem.at("target", "The file is on the branch \"" + branch.group(1) + "\".")
                        .expecting("a file on the default branch, \"" + repository.defaultBranch() + "\"")
                        .next("Merge it first: the catalog reads the default branch alone.")
                : noFile(target);
    }

    private static Problem noFile(String target) {
        return Problem.at("target", "\"" + target + "\" is not the address of a file.")
                .expecting("the address of a file in a repository")
                .next("Open the file in the portal and copy the page's address.");
    }

    private static Optional<RepositoryRef> repository(String rest) {
        Matcher matcher = REPOSITORY.matcher(rest);
        try {
            return matcher.matches() ? Optional.of(RepositoryRef.parse(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the addresses of repositories begin with, and what stands before the rest to name one. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put(addresses.pages() + "/", "");
        platforms
                .find()
                .map(PlatformDefinition::git)
                .ifPresent(git -> Stream.concat(Stream.of(git.url()), git.aliases().stream())
                        .forEach(prefix -> prefixes.put(prefix + "/", git.organisation() + "/")));
        return prefixes;
    }

    private static @Nullable URI uri(String target) {
        try {
            URI uri = URI.create(target);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
