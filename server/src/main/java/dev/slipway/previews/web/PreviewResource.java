package dev.slipway.previews.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.PreviewPage;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.Previews;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Previews over REST. */
@RestController
@RequestMapping("/api/v1/previews")
class PreviewResource {

    private final Previews previews;
    private final ExistingPreviews existing;
    private final CurrentActor actor;

    PreviewResource(Previews previews, ExistingPreviews existing, CurrentActor actor) {
        this.previews = previews;
        this.existing = existing;
        this.actor = actor;
    }

    /** @param total how many there are beside those on this page */
    record Page(List<PreviewBody> previews, int total) {}

    /** Which commit may be previewed. */
    record Approval(@Nullable String commit) {}

    @GetMapping
    @Access(Permission.VIEW)
    Page list(
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        PreviewQuery query = Filters.query(team, service, state, offset, limit);
        PreviewPage page = previews.list(query);
        return new Page(page.previews().stream().map(PreviewBody::of).toList(), page.total());
    }

    @GetMapping("/{service}/{number}")
    @Access(Permission.VIEW)
    PreviewBody one(@PathVariable String service, @PathVariable int number) {
        return PreviewBody.of(existing.get(service, number));
    }

    @DeleteMapping("/{service}/{number}")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewBody end(@PathVariable String service, @PathVariable int number) {
        previews.end(new ServiceName(service), number, actor.get());
        return one(service, number);
    }

    @PostMapping("/{service}/{number}/renew")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewBody renew(@PathVariable String service, @PathVariable int number) {
        previews.renew(new ServiceName(service), number, actor.get());
        return one(service, number);
    }

    @PostMapping("/{service}/{number}/approve")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewBody approve(@PathVariable String service, @PathVariable int number, @RequestBody Approval approval) {
        CommitId commit = new CommitId(Objects.requireNonNullElse(approval.commit(), ""));
        previews.approve(new ServiceName(service), number, commit, actor.get());
        return one(service, number);
    }
}
