package dev.slipway.builds.record;

import dev.slipway.builds.BuildsException;
import dev.slipway.builds.Provenance;
import dev.slipway.git.GitContent;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules for what may be recorded, and by whom. */
@Component
public class Recording {

    private final GitContent git;
    private final DefaultBranch defaultBranch;
    private final Permissions permissions;
    private final ServiceNames services;

    public Recording(GitContent git, DefaultBranch defaultBranch, Permissions permissions, ServiceNames services) {
        this.git = git;
        this.defaultBranch = defaultBranch;
        this.permissions = permissions;
        this.services = services;
    }

    void check(
            RepositoryRef repository,
            CommitId commit,
            Map<String, ImageDigest> images,
            Provenance provenance,
            Actor actor) {
        permissions.require(actor, Permission.RECORD_BUILD, team(repository));
        List<Problem> problems = new ArrayList<>();
        inGit(repository, commit).ifPresent(problems::add);
        inImages(images, problems);
        if (provenance.builder().isBlank() || provenance.builder().equals("local")) {
            problems.add(Problem.at("builder", "\"" + provenance.builder() + "\" cannot be the name of a builder.")
                    .expecting("what your CI calls itself; \"local\" is Slipway's own"));
        }
        if (!problems.isEmpty()) {
            throw new BuildsException(ProblemCode.INVALID, problems);
        }
    }

    private Optional<Problem> inGit(RepositoryRef repository, CommitId commit) {
        if (!git.exists(repository)) {
            return Optional.of(Problem.at("repository", "There is no repository \"" + repository + "\".")
                    .next("Check the name, or create the service first."));
        }
        return git.commit(repository, commit).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.at("commit", "\"" + repository + "\" has no commit \"" + commit + "\".")
                        .next("Push it before its build is recorded."));
    }

    private static void inImages(Map<String, ImageDigest> images, List<Problem> problems) {
        if (images.isEmpty()) {
            problems.add(
                    Problem.at("images", "A build needs at least one image.")
                            .expecting(
                                    "digests by image name, for example {\"registry.localhost/acme/pricing-api\": \"sha256:…\"}"));
        }
        for (String name : images.keySet()) {
            if (!name.matches("[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+")) {
                problems.add(Problem.at("images", "\"" + name + "\" is not the name of an image.")
                        .expecting("registry/path in lower case, without tag or digest"));
            }
        }
    }

    /** The branch that the commit is on, the default one first; empty when it is the head of none. */
    String branchOf(RepositoryRef repository, CommitId commit) {
        Optional<CommitId> tip = defaultBranch.tip(repository);
        if (tip.isPresent() && git.isAncestor(repository, commit, tip.get())) {
            return defaultBranch.name(repository);
        }
        return git.refs(repository).entrySet().stream()
                .filter(ref ->
                        ref.getKey().startsWith("refs/heads/") && ref.getValue().equals(commit))
                .map(ref -> ref.getKey().substring("refs/heads/".length()))
                .findFirst()
                .orElse("");
    }

    private @Nullable TeamName team(RepositoryRef repository) {
        return services.services().stream()
                .filter(service -> service.repository().equals(repository))
                .map(RegisteredService::team)
                .findFirst()
                .orElse(null);
    }
}
