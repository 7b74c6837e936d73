package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.Label;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.RepositoryRef;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Labels of repositories and pull requests over REST. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}")
class LabelResource {

    private final GitHost host;
    private final PullRequestFinder pulls;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    LabelResource(GitHost host, PullRequestFinder pulls, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.pulls = pulls;
        this.access = access;
        this.actor = actor;
    }

    /** A label to be defined, or the name of one to be added to a pull request. */
    record LabelBody(
            @Nullable String name,
            @Nullable String colour,
            @Nullable String description) {}

    @GetMapping("/labels")
    @Access(Permission.VIEW)
    List<Label> labels(@PathVariable String organisation, @PathVariable String name) {
        return host.labels(new RepositoryRef(organisation, name));
    }

    @PostMapping("/labels")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    Label define(@PathVariable String organisation, @PathVariable String name, @RequestBody LabelBody body) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        access.requireMerge(actor.get(), repository);
        Fields fields = new Fields();
        String label = fields.required("name", body.name());
        String colour = fields.required("colour", body.colour());
        fields.check();
        return host.defineLabel(
                repository, new Label(label, colour, Objects.requireNonNullElse(body.description(), "")), actor.get());
    }

    @DeleteMapping("/labels/{label}")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String organisation, @PathVariable String name, @PathVariable String label) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        access.requireMerge(actor.get(), repository);
        host.removeLabel(repository, label, actor.get());
    }

    @PostMapping("/pulls/{number}/labels")
    @Access(Permission.VIEW)
    PullRequestBody add(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody LabelBody body) {
        PullRequest pull = changeable(organisation, name, number);
        Fields fields = new Fields();
        String label = fields.required("name", body.name());
        fields.check();
        return pulls.body(host.label(pull.ref(), label, actor.get()));
    }

    @DeleteMapping("/pulls/{number}/labels/{label}")
    @Access(Permission.VIEW)
    PullRequestBody take(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @PathVariable String label) {
        PullRequest pull = changeable(organisation, name, number);
        return pulls.body(host.unlabel(pull.ref(), label, actor.get()));
    }

    private PullRequest changeable(String organisation, String name, int number) {
        PullRequest pull = pulls.find(organisation, name, number);
        access.requirePropose(actor.get(), pull.ref().repository());
        return pull;
    }
}
