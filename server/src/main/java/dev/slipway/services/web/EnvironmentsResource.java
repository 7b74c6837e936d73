package dev.slipway.services.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.EnvironmentAdditions;
import dev.slipway.services.ServicesException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bringing a service to one environment more, over REST. */
@RestController
@RequestMapping("/api/v1/services/{service}/environments")
class EnvironmentsResource {

    private final EnvironmentAdditions additions;
    private final CurrentActor actor;

    EnvironmentsResource(EnvironmentAdditions additions, CurrentActor actor) {
        this.additions = additions;
        this.actor = actor;
    }

    /**
     * What is asked for.
     *
     * @param replicas null for 3
     */
    record Wanted(@Nullable String environment, @Nullable Integer replicas) {}

    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    AdditionBody add(@PathVariable String service, @RequestBody Wanted wanted) {
        if (wanted.environment() == null || wanted.environment().isBlank()) {
            throw new ServicesException(
                    ProblemCode.INVALID, Problem.at("environment", "Please say which environment."));
        }
        return AdditionBody.of(additions.add(
                new ServiceName(service),
                new EnvironmentName(wanted.environment()),
                Objects.requireNonNullElse(wanted.replicas(), EnvironmentAdditions.USUAL_REPLICAS),
                actor.get()));
    }

    @GetMapping("/{environment}/addition")
    @Access(Permission.VIEW)
    AdditionBody addition(@PathVariable String service, @PathVariable String environment) {
        return additions
                .find(new ServiceName(service), new EnvironmentName(environment))
                .map(AdditionBody::of)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("Nobody asked for " + environment + " to be added to \"" + service + "\".")));
    }

    /**
     * An addition as JSON.
     *
     * @param state {@code PROPOSING}, {@code MERGING}, {@code DECLARING}, {@code SUCCEEDED} or {@code FAILED}
     * @param message what it waits for, or why it stopped
     * @param url of the newest pull request; null before the first
     */
    record AdditionBody(
            String service,
            String environment,
            int replicas,
            String state,
            String step,
            String message,
            @Nullable String url,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt) {

        static AdditionBody of(EnvironmentAddition addition) {
            PullRequestRef pull = addition.pullRequest();
            return new AdditionBody(
                    addition.service().value(),
                    addition.environment().value(),
                    addition.replicas(),
                    addition.state().name(),
                    addition.state().label(),
                    addition.message(),
                    pull == null ? null : "/repositories/" + pull.repository() + "/pulls/" + pull.number(),
                    addition.requestedBy(),
                    addition.requestedAt(),
                    addition.finishedAt());
        }
    }
}
