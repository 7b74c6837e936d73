package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closing, reopening, drafts and branches of pull requests over REST. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}/pulls/{number}")
class PullRequestLifeResource {

    private final GitHost host;
    private final PullRequestFinder pulls;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestLifeResource(GitHost host, PullRequestFinder pulls, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.pulls = pulls;
        this.access = access;
        this.actor = actor;
    }

    @PostMapping("/close")
    @Access(Permission.VIEW)
    PullRequestBody close(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        host.close(changeable(organisation, name, number).ref(), actor.get());
        return pulls.body(pulls.find(organisation, name, number));
    }

    @PostMapping("/reopen")
    @Access(Permission.VIEW)
    PullRequestBody reopen(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return pulls.body(host.reopen(changeable(organisation, name, number).ref(), actor.get()));
    }

    @PostMapping("/draft")
    @Access(Permission.VIEW)
    PullRequestBody draft(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return pulls.body(host.draft(changeable(organisation, name, number).ref(), true, actor.get()));
    }

    @PostMapping("/ready")
    @Access(Permission.VIEW)
    PullRequestBody ready(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return pulls.body(host.draft(changeable(organisation, name, number).ref(), false, actor.get()));
    }

    @DeleteMapping("/branch")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteBranch(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        host.deleteBranch(changeable(organisation, name, number).ref(), actor.get());
    }

    @PostMapping("/branch")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restoreBranch(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        host.restoreBranch(changeable(organisation, name, number).ref(), actor.get());
    }

    private PullRequest changeable(String organisation, String name, int number) {
        PullRequest pull = pulls.find(organisation, name, number);
        access.requireClose(actor.get(), pull);
        return pull;
    }
}
