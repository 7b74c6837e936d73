package dev.slipway.services.onboarding;

import dev.slipway.git.GitHost;
import dev.slipway.git.GitImports;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.services.Onboarding.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what somebody means by a source: an address elsewhere, or a repository of this host by address, alias or name. */
@Component
class Sources {

    private final Platforms platforms;
    private final GitHost host;
    private final GitImports imports;
    private final RepositoryAddresses addresses;

    Sources(Platforms platforms, GitHost host, GitImports imports, RepositoryAddresses addresses) {
        this.platforms = platforms;
        this.host = host;
        this.imports = imports;
        this.addresses = addresses;
    }

    /**
     * What is meant.
     *
     * @param url to fetch; null unless it is an import
     * @param name that the service would have
     */
    record Source(Origin origin, @Nullable String url, String name, List<Problem> problems) {}

    Source find(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty()) {
            return new Source(Origin.PUSH, null, "", List.of());
        }
        Optional<RepositoryRef> here = here(text);
        if (here.isPresent() && host.repository(here.get()).isPresent()) {
            return here(here.get());
        }
        if (!text.contains("://") && !text.contains("@") && !text.startsWith("/")) {
            return new Source(Origin.HERE, null, name(text), List.of(unknown(text)));
        }
        return new Source(Origin.IMPORT, text, name(text), imports.problems(text));
    }

    private Source here(RepositoryRef repository) {
        boolean archived =
                host.repository(repository).filter(HostedRepository::archived).isPresent();
        boolean foreign = !repository.organisation().equals(platforms.current().organisation());
        List<Problem> problems = archived
                ? List.of(Problem.at("source", "The repository \"" + repository + "\" is archived."))
                : foreign
                        ? List.of(Problem.at("source", "\"" + repository + "\" is of another organisation.")
                                .expecting(
                                        "a repository of " + platforms.current().organisation()))
                        : List.of();
        return new Source(Origin.HERE, null, repository.name(), problems);
    }

    private Optional<RepositoryRef> here(String text) {
        PlatformDefinition definition = platforms.current();
        String prefix =
                addresses.git(new RepositoryRef(definition.organisation(), "x")).replaceFirst("x\\.git$", "");
        String address =
                text.startsWith(prefix) ? definition.git().url() + "/" + text.substring(prefix.length()) : text;
        try {
            return text.contains("://")
                    ? definition.git().resolve(address.replaceFirst("/+$", ""))
                    : Optional.of(
                            text.contains("/")
                                    ? RepositoryRef.parse(text)
                                    : new RepositoryRef(definition.organisation(), text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Problem unknown(String text) {
        List<String> known = host.repositories().stream()
                .map(repository -> repository.ref().name())
                .toList();
        String meant = Suggestions.didYouMean(text.substring(text.lastIndexOf('/') + 1), known)
                .map(hint -> hint + " ")
                .orElse("");
        return new Problem(
                "source",
                "There is no repository \"" + text + "\" here.",
                "a repository of this host, or an address such as https://host/path/name.git",
                meant + "A directory of your own machine is brought by the command line: slipway onboard DIRECTORY.");
    }

    /** The last part of the address as a service's name could be. */
    private static String name(String text) {
        return text.replaceFirst("[/]+$", "")
                .replaceFirst("\\.git$", "")
                .replaceFirst("^.*[/:]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
    }
}
