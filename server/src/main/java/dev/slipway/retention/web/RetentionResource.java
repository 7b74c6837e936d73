package dev.slipway.retention.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.retention.CleanUp;
import dev.slipway.retention.CleanUps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: what is kept how long, what was removed, and removing it now. */
@RestController
@RequestMapping("/api/v1/operations/retention")
@Access(Permission.MANAGE_PLATFORM)
class RetentionResource {

    private static final int SHOWN = 20;

    private final CleanUps cleanUps;
    private final CurrentActor actor;

    /** @param runs the newest first */
    record RetentionBody(List<CleanUps.Rule> rules, List<CleanUp> runs) {}

    /** @param dryRun only say what would be removed */
    record RunBody(@Nullable Boolean dryRun) {}

    /**
     * @param run what was asked for; null for a dry run
     * @param plan what would be removed; null unless it is a dry run
     */
    record RunAnswer(@Nullable CleanUp run, @Nullable List<CleanUp.Result> plan) {}

    RetentionResource(CleanUps cleanUps, CurrentActor actor) {
        this.cleanUps = cleanUps;
        this.actor = actor;
    }

    @GetMapping
    RetentionBody retention() {
        return new RetentionBody(cleanUps.rules(), cleanUps.newest(SHOWN));
    }

    /** 202 with the clean-up that begins in a moment or has begun; 200 with what would go for a dry run. */
    @PostMapping("/runs")
    ResponseEntity<RunAnswer> run(@RequestBody RunBody body) {
        return Boolean.TRUE.equals(body.dryRun())
                ? ResponseEntity.ok(new RunAnswer(null, cleanUps.plan()))
                : ResponseEntity.status(HttpStatus.ACCEPTED).body(new RunAnswer(cleanUps.request(actor.get()), null));
    }
}
