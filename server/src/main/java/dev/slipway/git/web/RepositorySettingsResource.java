package dev.slipway.git.web;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositorySettings;
import dev.slipway.git.ReviewRule;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a repository treats pull requests into its default branch, over REST. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}/settings")
class RepositorySettingsResource {

    private static final SettingsBody NOTHING = new SettingsBody(null, null, null, null);

    private final GitHost host;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    RepositorySettingsResource(GitHost host, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.access = access;
        this.actor = actor;
    }

    /** What can be set; what is missing in a change stays as it is. */
    record SettingsBody(
            @Nullable Integer approvals,
            @Nullable Boolean codeOwners,
            @Nullable Boolean dismissStale,
            @Nullable Boolean deleteBranchOnMerge) {}

    @GetMapping
    @Access(Permission.VIEW)
    SettingsBody settings(@PathVariable String organisation, @PathVariable String name) {
        RepositoryRef repository = known(organisation, name);
        ReviewRule rule = protection(repository).reviews();
        return new SettingsBody(
                rule.approvals(),
                rule.codeOwners(),
                rule.dismissStale(),
                host.settings(repository).deleteBranchOnMerge());
    }

    @PostMapping
    @Access(Permission.VIEW)
    SettingsBody change(
            @PathVariable String organisation, @PathVariable String name, @RequestBody SettingsBody wanted) {
        RepositoryRef repository = known(organisation, name);
        access.requireConfigure(actor.get(), repository);
        requireSomething(wanted);
        BranchProtection now = protection(repository);
        host.protect(
                repository,
                new BranchProtection(now.branch(), now.requiredChecks(), now.writers(), rule(wanted, now.reviews())),
                actor.get());
        if (wanted.deleteBranchOnMerge() != null) {
            host.change(repository, new RepositorySettings(wanted.deleteBranchOnMerge()), actor.get());
        }
        return settings(organisation, name);
    }

    private static void requireSomething(SettingsBody wanted) {
        if (wanted.equals(NOTHING)) {
            throw new GitException(
                    ProblemCode.INVALID,
                    Problem.of("The body changes nothing.")
                            .expecting("at least one of approvals, codeOwners, dismissStale, deleteBranchOnMerge"));
        }
    }

    private static ReviewRule rule(SettingsBody wanted, ReviewRule now) {
        int approvals = Objects.requireNonNullElse(wanted.approvals(), now.approvals());
        if (approvals < 0 || approvals > 10) {
            throw new GitException(
                    ProblemCode.INVALID,
                    Problem.at("approvals", "\"" + approvals + "\" cannot be asked for.")
                            .expecting("0 to 10"));
        }
        return new ReviewRule(
                approvals,
                Objects.requireNonNullElse(wanted.codeOwners(), now.codeOwners()),
                Objects.requireNonNullElse(wanted.dismissStale(), now.dismissStale()));
    }

    private RepositoryRef known(String organisation, String name) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        if (host.repository(repository).isEmpty()) {
            throw new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no repository \"" + repository + "\"."));
        }
        return repository;
    }

    private BranchProtection protection(RepositoryRef repository) {
        return host.protection(repository, "main").orElseGet(() -> new BranchProtection("main", Set.of(), Set.of()));
    }
}
