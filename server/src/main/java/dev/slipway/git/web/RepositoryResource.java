package dev.slipway.git.web;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Repositories, their commits, statuses and releases over REST. */
@RestController
@RequestMapping("/api/v1/repositories")
class RepositoryResource {

    private final GitHost host;
    private final GitContent git;
    private final RepositoryAccess access;
    private final CurrentActor actor;
    private final Clock clock;

    RepositoryResource(GitHost host, GitContent git, RepositoryAccess access, CurrentActor actor, Clock clock) {
        this.host = host;
        this.git = git;
        this.access = access;
        this.actor = actor;
        this.clock = clock;
    }

    /** A repository as JSON. */
    record RepositoryBody(String name, String description, String defaultBranch, boolean archived, Instant createdAt) {
        static RepositoryBody of(HostedRepository repository) {
            return new RepositoryBody(
                    repository.ref().toString(),
                    repository.description(),
                    repository.defaultBranch(),
                    repository.archived(),
                    repository.createdAt());
        }
    }

    /** A commit as JSON. */
    record CommitBody(
            String id, String subject, String author, Instant committedAt, java.util.Map<String, String> trailers) {}

    /** A status as JSON. */
    record StatusBody(
            @Nullable String context,
            CommitStatus.@Nullable State state,
            @Nullable String description,
            @Nullable String path) {}

    /** A release to be published. */
    record ReleaseBody(
            @Nullable String tag,
            @Nullable String commit,
            @Nullable String title,
            @Nullable String notes) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<RepositoryBody> all() {
        return host.repositories().stream().map(RepositoryBody::of).toList();
    }

    @GetMapping("/{organisation}/{name}")
    @Access(Permission.VIEW)
    RepositoryBody one(@PathVariable String organisation, @PathVariable String name) {
        RepositoryRef ref = new RepositoryRef(organisation, name);
        return host.repository(ref)
                .map(RepositoryBody::of)
                .orElseThrow(() ->
                        new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no repository \"" + ref + "\".")));
    }

    @GetMapping("/{organisation}/{name}/commits")
    @Access(Permission.VIEW)
    List<CommitBody> commits(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "main") String revision,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(defaultValue = "50") int limit) {
        RepositoryRef ref = new RepositoryRef(organisation, name);
        return git
                .resolve(ref, revision)
                .map(tip -> git.log(ref, tip, null, path, Math.clamp(limit, 1, 500)))
                .orElse(List.of())
                .stream()
                .map(commit -> new CommitBody(
                        commit.id().value(),
                        commit.subject(),
                        commit.author().name(),
                        commit.committedAt(),
                        commit.trailers()))
                .toList();
    }

    @GetMapping("/{organisation}/{name}/statuses/{commit}")
    @Access(Permission.VIEW)
    List<CommitStatus> statuses(
            @PathVariable String organisation, @PathVariable String name, @PathVariable String commit) {
        return host.statuses(new RepositoryRef(organisation, name), new CommitId(commit));
    }

    @PostMapping("/{organisation}/{name}/statuses/{commit}")
    @Access(Permission.RECORD_BUILD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setStatus(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable String commit,
            @RequestBody StatusBody status) {
        Fields fields = new Fields();
        String context = fields.required("context", status.context());
        CommitStatus.State state = fields.required("state", status.state());
        fields.check();
        if (context.startsWith("slipway/")) {
            throw new GitException(
                    ProblemCode.REFUSED,
                    Problem.at("context", "Contexts that begin with slipway/ are set by Slipway.")
                            .next("Choose another name."));
        }
        host.setStatus(
                new RepositoryRef(organisation, name),
                new CommitId(commit),
                new CommitStatus(context, state, Objects.requireNonNullElse(status.description(), ""), status.path()));
    }

    @GetMapping("/{organisation}/{name}/releases")
    @Access(Permission.VIEW)
    List<HostedRelease> releases(@PathVariable String organisation, @PathVariable String name) {
        return host.releases(new RepositoryRef(organisation, name));
    }

    @PostMapping("/{organisation}/{name}/releases")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.CREATED)
    void publish(@PathVariable String organisation, @PathVariable String name, @RequestBody ReleaseBody body) {
        RepositoryRef ref = new RepositoryRef(organisation, name);
        access.requireMerge(actor.get(), ref);
        Fields fields = new Fields();
        String tag = fields.required("tag", body.tag());
        String commit = fields.required("commit", body.commit());
        fields.check();
        HostedRelease release = new HostedRelease(
                tag,
                new CommitId(commit),
                Objects.requireNonNullElse(body.title(), tag),
                Objects.requireNonNullElse(body.notes(), ""),
                actor.get().account(),
                clock.instant());
        host.publishRelease(ref, release, actor.get());
    }
}
