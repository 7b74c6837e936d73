package dev.slipway.scaffolder.tasks;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.fields.RepositoryFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Backstage's pickers of repositories offer while somebody types. Addresses of GitHub mean repositories of this platform's own
 * host, so its provider answers from there; the token is not needed, and only asked for because Backstage's does.
 */
@RestController
class AutocompleteApi {

    private static final Set<String> PROVIDERS = Set.of("github", "slipway");
    private static final List<String> RESOURCES =
            List.of("owners", "repositories", "repositoriesWithOwner", "branches");

    private final RepositoryFields repositories;

    AutocompleteApi(RepositoryFields repositories) {
        this.repositories = repositories;
    }

    /** @param context what was chosen so far: {@code owner}, {@code repository} */
    record Question(@Nullable String token, @Nullable Map<String, String> context) {}

    /** One of the things to choose from. */
    record Result(String id) {}

    /** What there is to choose from. */
    record Results(List<Result> results) {}

    @PostMapping("/api/scaffolder/v2/autocomplete/{provider}/{resource}")
    @Access(Permission.CREATE_SERVICE)
    Results answer(
            @PathVariable String provider,
            @PathVariable String resource,
            @RequestBody(required = false) @Nullable Question question) {
        if (question == null || question.token() == null || question.token().isEmpty()) {
            throw refused("Missing token query parameter", "any text: the platform's own host needs none");
        }
        if (!PROVIDERS.contains(provider)) {
            throw refused("Unsupported provider: " + provider, "github or slipway: there is no other adapter");
        }
        return new Results(found(resource, Objects.requireNonNullElse(question.context(), Map.of())).stream()
                .map(Result::new)
                .toList());
    }

    private List<String> found(String resource, Map<String, String> context) {
        String owner = context.getOrDefault("owner", "");
        return switch (resource) {
            case "owners" -> repositories.owners();
            case "repositories" -> repositories.names(owner);
            case "repositoriesWithOwner" -> repositories.full();
            case "branches" ->
                repositories.branches("host?owner=" + owner + "&repo="
                        + context.getOrDefault("repository", context.getOrDefault("repo", "")));
            default -> throw refused("Invalid resource: " + resource, String.join(", ", RESOURCES));
        };
    }

    /** In Backstage's words. */
    private static ScaffolderException refused(String message, String expected) {
        return new ScaffolderException(
                ProblemCode.INVALID, Problem.of(message + ".").expecting(expected));
    }
}
