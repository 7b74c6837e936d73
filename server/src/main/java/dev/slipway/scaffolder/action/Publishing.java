package dev.slipway.scaffolder.action;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.store.RepositoryClaims;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a repository of a workspace; each part is skipped when the run has done it before. */
@Component
public class Publishing {

    /** What becomes of a repository when a killed run goes on, for those who make one. */
    public static final String AFTER_A_KILL =
            "A repository that the run has claimed is its own: what there is of it is not made again.";

    private static final String MAIN = "main";
    private static final int MOST_COMMITS = 10_000;

    private final GitHost host;
    private final GitContent content;
    private final Platforms platforms;
    private final RepositoryClaims claims;

    Publishing(GitHost host, GitContent content, Platforms platforms, RepositoryClaims claims) {
        this.host = host;
        this.content = content;
        this.platforms = platforms;
        this.claims = claims;
    }

    public boolean exists(RepositoryRef repository) {
        return host.repository(repository).isPresent();
    }

    /** Whether it is this run that makes, or made, the repository. */
    public boolean holds(ActionContext context, RepositoryRef repository) {
        return claims.holds(repository, RunId.parse(context.run().id()));
    }

    /** Claims the repository for the run; an ActionException when it is another's. */
    public void claim(ActionContext context, RepositoryRef repository) {
        RunId run = RunId.parse(context.run().id());
        if (!claims.holds(repository, run) && (exists(repository) || !claims.claim(repository, run))) {
            throw new ActionException("There is a repository \"" + repository + "\" already. Choose another name.");
        }
    }

    /**
     * What a repository begins with.
     *
     * @param protection of its main; null leaves it open
     */
    public record Beginning(
            Map<String, FileContent> files,
            String message,
            Commit.Person author,
            @Nullable BranchProtection protection) {}

    /**
     * The repository with its first commit and a protected main; the step's outputs.
     *
     * @param requiredChecks that a pull request must have passed
     */
    Map<String, @Nullable Object> publish(
            ActionContext context, RepositoryRef repository, Set<String> requiredChecks, Actor actor) {
        Beginning beginning = new Beginning(
                context.workspace().tree().files(),
                "Create " + repository.name() + " from the template "
                        + context.run().template(),
                new Commit.Person(actor.account(), actor.account() + "@users.noreply.localhost"),
                new BranchProtection(MAIN, requiredChecks, Set.of(Actor.SLIPWAY)));
        CommitId commit = publish(context, repository, beginning, actor);
        return outputs(repository, commit);
    }

    /** The repository with its first commit, which is answered. */
    public CommitId publish(ActionContext context, RepositoryRef repository, Beginning beginning, Actor actor) {
        create(context, repository, actor);
        CommitId commit = firstCommit(repository).orElseGet(() -> push(context, repository, beginning, actor));
        // Again after a crash: what was pushed may not have been attributed yet.
        host.attribute(repository, List.of(commit), actor);
        if (beginning.protection() != null) {
            host.protect(repository, beginning.protection(), actor);
            context.log("Protected the branch main: changes come by pull request");
        }
        return commit;
    }

    /** The repository, empty if it was not there. */
    public void create(ActionContext context, RepositoryRef repository, Actor actor) {
        if (!exists(repository)) {
            host.create(repository, context.text("description").orElse(""), actor);
            context.log("Created the repository " + repository);
        }
    }

    private Optional<CommitId> firstCommit(RepositoryRef repository) {
        return content.resolve(repository, MAIN)
                .map(tip -> content.log(repository, tip, null, null, MOST_COMMITS)
                        .getLast()
                        .id());
    }

    private CommitId push(ActionContext context, RepositoryRef repository, Beginning beginning, Actor actor) {
        Map<String, FileContent> files = new LinkedHashMap<>(beginning.files());
        files.putIfAbsent(Origin.PATH, Origin.of(context.run()));
        List<FileChange> changes = new ArrayList<>();
        files.forEach((path, file) -> changes.add(new FileChange.Put(path, file)));
        String message = beginning.message().strip() + "\n\n"
                + "Slipway-Kind: scaffold\nSlipway-Service: " + repository.name() + "\nSlipway-Requested-By: "
                + actor.account() + "\n";
        NewCommit commit = new NewCommit(changes, message, beginning.author());
        return switch (content.push(repository, new BranchUpdate(MAIN, null, null, List.of(commit)))) {
            case PushOutcome.Pushed pushed -> {
                context.log("Pushed " + changes.size() + " files as "
                        + pushed.commits().getLast().brief());
                yield pushed.commits().getFirst();
            }
            case PushOutcome.Moved _ ->
                firstCommit(repository)
                        .orElseThrow(() -> new ScaffolderException(
                                ProblemCode.UNAVAILABLE,
                                Problem.of("The repository " + repository + " cannot be pushed to at the moment.")));
            case PushOutcome.Refused refused -> throw new ActionException(refused.reason());
        };
    }

    private Map<String, @Nullable Object> outputs(RepositoryRef repository, CommitId commit) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("remoteUrl", platforms.current().git().urlOf(repository));
        outputs.put("repoContentsUrl", "/repositories/" + repository);
        outputs.put("repository", repository.toString());
        outputs.put("commitHash", commit.value());
        return outputs;
    }

    /** Removes the repository, which this run made. The claim goes last, so that a crash in between repeats it all. */
    public void takeBack(ActionContext context, RepositoryRef repository, Actor actor) {
        if (exists(repository) || content.exists(repository)) {
            host.delete(repository, actor);
            context.log("Removed the repository " + repository + " again");
        }
    }

    public void release(ActionContext context, RepositoryRef repository) {
        claims.release(repository, RunId.parse(context.run().id()));
    }
}
