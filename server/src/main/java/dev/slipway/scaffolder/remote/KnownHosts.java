package dev.slipway.scaffolder.remote;

import dev.slipway.git.RepositoryAddresses;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolding.action.ActionException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The addresses that mean repositories of this platform: its own, and the prefixes of the platform definition. */
@Component
class KnownHosts {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");
    private static final List<String> PATHS = List.of("/git/", "/repositories/");

    private final RepositoryAddresses addresses;
    private final Platforms platforms;

    KnownHosts(RepositoryAddresses addresses, Platforms platforms) {
        this.addresses = addresses;
        this.platforms = platforms;
    }

    /** What follows the host: {@code org/repo…}; an ActionException for an address of another one. */
    String repositoryPart(String url) {
        String plain = withoutCredentials(url);
        return prefixes().entrySet().stream()
                .filter(prefix -> plain.startsWith(prefix.getKey()))
                .map(prefix ->
                        prefix.getValue() + plain.substring(prefix.getKey().length()))
                .findFirst()
                .orElseThrow(() -> new ActionException("\"" + url + "\" cannot be fetched: there is no adapter for "
                        + host(url) + ". Files come from paths relative to the template, and from addresses below "
                        + String.join(", ", prefixes().keySet()) + "."));
    }

    private static String withoutCredentials(String url) {
        int at = url.indexOf('@');
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (url.contains("://") && at >= 0 && (path < 0 || at < path)) {
            throw new ActionException("An address with credentials cannot be fetched: take out what stands before \"@"
                    + url.substring(at + 1) + "\".");
        }
        return url;
    }

    private static String host(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getAuthority() != null ? "the host \"" + uri.getAuthority() + "\"" : "such addresses";
        } catch (IllegalArgumentException _) {
            return "such addresses";
        }
    }

    /** What addresses begin with, and what stands before the rest to name organisation and repository. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        platforms
                .find()
                .map(PlatformDefinition::git)
                .ifPresent(git -> all(git).forEach(prefix -> prefixes.put(prefix + "/", git.organisation() + "/")));
        URI portal = URI.create(addresses.pages());
        Stream.concat(Stream.of(portal.getHost()), THIS_MACHINE.stream())
                .forEach(host -> PATHS.forEach(
                        path -> prefixes.put(portal.getScheme() + "://" + host + ":" + portal.getPort() + path, "")));
        return prefixes;
    }

    private static Stream<String> all(GitLocations git) {
        return Stream.concat(Stream.of(git.url()), git.aliases().stream());
    }
}
