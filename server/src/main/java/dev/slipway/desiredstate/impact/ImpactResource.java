package dev.slipway.desiredstate.impact;

import dev.slipway.git.RepositoryAccess;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changes to the platform repository do, over REST: 202 while it is computed, 200 once it is known or known to fail. */
@RestController
@RequestMapping("/api/v1/impacts")
class ImpactResource {

    private final KnownImpacts impacts;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    ImpactResource(KnownImpacts impacts, RepositoryAccess access, CurrentActor actor) {
        this.impacts = impacts;
        this.access = access;
        this.actor = actor;
    }

    /**
     * The answer.
     *
     * @param state computing, done or failed
     * @param merged whether {@code to} is merged into {@code from}
     */
    record Body(
            String state,
            String from,
            String to,
            boolean merged,
            @Nullable String problem,
            @Nullable ImpactReport report) {
        static Body of(StoredImpact impact) {
            return new Body(
                    impact.state().name().toLowerCase(Locale.ROOT),
                    impact.comparison().before().value(),
                    impact.comparison().after().value(),
                    impact.comparison().merged(),
                    impact.problem(),
                    impact.report());
        }
    }

    /** Of a pull request, merged into main as it is, or as it was. */
    @GetMapping("/pull-requests/{number}")
    @Access(Permission.VIEW)
    ResponseEntity<Body> pullRequest(@PathVariable int number) {
        access.requireRead(actor.get());
        return answer(impacts.get(Comparison.of(impacts.pullRequest(number))));
    }

    /** Between two revisions. */
    @GetMapping
    @Access(Permission.VIEW)
    ResponseEntity<Body> between(@RequestParam String from, @RequestParam String to) {
        access.requireRead(actor.get());
        return answer(impacts.get(impacts.between(from, to)));
    }

    private static ResponseEntity<Body> answer(StoredImpact impact) {
        return ResponseEntity.status(
                        impact.state() == StoredImpact.State.COMPUTING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(Body.of(impact));
    }
}
