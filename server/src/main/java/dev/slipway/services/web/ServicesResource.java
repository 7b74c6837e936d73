package dev.slipway.services.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.ConfigurationChange;
import dev.slipway.services.Deletion;
import dev.slipway.services.EnvironmentVariable;
import dev.slipway.services.Services;
import dev.slipway.services.ServicesException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Configuration and deletion over REST. */
@RestController
@RequestMapping("/api/v1/services/{service}")
class ServicesResource {

    private final Services services;
    private final CurrentActor actor;

    ServicesResource(Services services, CurrentActor actor) {
        this.services = services;
        this.actor = actor;
    }

    /** A variable's wished value; without one it is removed. */
    record Wish(@Nullable String name, @Nullable String value) {}

    /** The service's name, typed once more. */
    record Confirmation(@Nullable String confirm) {}

    /**
     * What became of a wish.
     *
     * @param status {@code proposed}, {@code unchanged} or {@code pending}
     * @param pullRequest its number, when there is one
     * @param change what to follow at {@code /api/v1/changes/}; null when there is nothing to do
     */
    record ConfigurationBody(
            String status,
            @Nullable String repository,
            @Nullable Integer pullRequest,
            @Nullable String url,
            @Nullable String change) {}

    @GetMapping("/environments/{environment}/configuration")
    @Access(Permission.VIEW)
    List<EnvironmentVariable> configuration(@PathVariable String service, @PathVariable String environment) {
        return services.configuration(new ServiceName(service), new EnvironmentName(environment));
    }

    @PostMapping("/environments/{environment}/configuration")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ConfigurationBody change(@PathVariable String service, @PathVariable String environment, @RequestBody Wish wish) {
        return put(service, environment, wish);
    }

    @PutMapping("/environments/{environment}/configuration")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ConfigurationBody put(@PathVariable String service, @PathVariable String environment, @RequestBody Wish wish) {
        return body(services.changeConfiguration(
                new ServiceName(service),
                new EnvironmentName(environment),
                Objects.requireNonNullElse(wish.name(), ""),
                wish.value(),
                actor.get()));
    }

    private static ConfigurationBody body(ConfigurationChange change) {
        return switch (change) {
            case ConfigurationChange.Proposed proposed ->
                new ConfigurationBody(
                        "proposed",
                        proposed.pullRequest().repository().toString(),
                        proposed.pullRequest().number(),
                        "/repositories/" + proposed.pullRequest().repository() + "/pulls/"
                                + proposed.pullRequest().number(),
                        proposed.change().toString());
            case ConfigurationChange.Unchanged _ -> new ConfigurationBody("unchanged", null, null, null, null);
            case ConfigurationChange.Pending pending ->
                new ConfigurationBody(
                        "pending", null, null, null, pending.change().toString());
        };
    }

    @PostMapping("/deletion")
    @Access(Permission.DELETE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeletionBody delete(@PathVariable String service, @RequestBody Confirmation confirmation) {
        return DeletionBody.of(services.delete(
                new ServiceName(service), Objects.requireNonNullElse(confirmation.confirm(), ""), actor.get()));
    }

    @GetMapping("/deletion")
    @Access(Permission.VIEW)
    DeletionBody deletion(@PathVariable String service) {
        return services.deletion(new ServiceName(service))
                .map(DeletionBody::of)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("Nobody asked for the service \"" + service + "\" to be deleted.")));
    }

    /** A deletion as JSON. */
    record DeletionBody(
            String service,
            String state,
            String message,
            String repository,
            String requestedBy,
            java.time.Instant requestedAt,
            java.time.@Nullable Instant finishedAt) {

        static DeletionBody of(Deletion deletion) {
            return new DeletionBody(
                    deletion.service().value(),
                    deletion.state().name(),
                    deletion.message(),
                    deletion.repository().toString(),
                    deletion.requestedBy(),
                    deletion.requestedAt(),
                    deletion.finishedAt());
        }
    }
}
