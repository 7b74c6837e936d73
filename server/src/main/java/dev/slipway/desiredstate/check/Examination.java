package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.desiredstate.reading.Moment;
import dev.slipway.desiredstate.reading.Reading;
import dev.slipway.git.PullRequest;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.routes.explain.RouteFacts;
import dev.slipway.gitops.routes.explain.RouteFinding;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds everything that a pull request would break; what is broken on main already is not held against it. */
@Component
class Examination {

    private final Platforms platforms;
    private final DesiredReader reader;
    private final StoredIntents intents;

    Examination(Platforms platforms, DesiredReader reader, StoredIntents intents) {
        this.platforms = platforms;
        this.reader = reader;
        this.intents = intents;
    }

    /**
     * What was found.
     *
     * @param problems each of which keeps the pull request from being merged
     * @param doubts what a person should look at
     */
    record Findings(List<Problem> problems, List<Problem> doubts) {
        Findings {
            problems = List.copyOf(problems);
            doubts = List.copyOf(doubts);
        }
    }

    Findings of(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
        return switch (proposal) {
            case Proposal.Conflicting conflict -> new Findings(conflicts(conflict), List.of());
            case Proposal.Clean clean -> of(definition, pullRequest, clean);
        };
    }

    private static List<Problem> conflicts(Proposal.Conflicting conflict) {
        List<Problem> conflicts = conflict.paths().isEmpty()
                ? List.of(Problem.of(conflict.reason() + "."))
                : conflict.paths().stream()
                        .map(path -> Problem.at(path, "Both main and this branch changed \"" + path + "\"."))
                        .toList();
        return conflicts.stream()
                .map(each -> each.next("Rebase the branch onto main."))
                .toList();
    }

    /**
     * Raising the version of a cluster's Kubernetes changes nothing that runs, so both sides are rendered for one version: for main's,
     * and for the new one, so that it hides nothing either.
     */
    private Findings of(PlatformDefinition definition, PullRequest pullRequest, Proposal.Clean proposal) {
        List<Findings> findings = Stream.of(proposal.before(), proposal.after())
                .map(KubernetesVersions::read)
                .distinct()
                .map(versions -> of(Moment.with(definition, versions), pullRequest, proposal))
                .toList();
        return new Findings(all(findings, Findings::problems), all(findings, Findings::doubts));
    }

    private static List<Problem> all(List<Findings> findings, Function<Findings, List<Problem>> of) {
        return findings.stream()
                .flatMap(each -> of.apply(each).stream())
                .distinct()
                .toList();
    }

    private Findings of(Moment moment, PullRequest pullRequest, Proposal.Clean proposal) {
        PlatformDefinition definition = moment.definition();
        CommitId main = proposal.main();
        Reading before = reader.look(moment, main, main.value(), proposal.before());
        Reading after = reader.look(moment, pullRequest.head(), proposal.key(), proposal.after());
        List<Problem> problems = new ArrayList<>(platforms.validate(proposal.after()));
        problems.addAll(all(after.desired()));
        problems.removeAll(new HashSet<>(platforms.validate(proposal.before())));
        problems.removeAll(new HashSet<>(all(before.desired())));
        problems.addAll(new NewRefusals(definition).between(before, after));
        List<Problem> gated = new GatedChanges(definition).between(before, after);
        if (!gated.isEmpty() && !intents.authorise(pullRequest, proposal.changes())) {
            problems.addAll(gated);
            intents.falseClaim(pullRequest).ifPresent(problems::add);
        }
        List<RouteFinding> routes = routes(definition, before, after);
        problems.addAll(problems(routes, true));
        return new Findings(problems, problems(routes, false));
    }

    private static List<RouteFinding> routes(PlatformDefinition definition, Reading before, Reading after) {
        return RouteFacts.areSame(
                        before.declaration().declared(), after.declaration().declared())
                ? List.of()
                : after.declaration()
                        .routes(definition.clusters())
                        .findings(before.declaration().routes(definition.clusters()));
    }

    private static List<Problem> problems(List<RouteFinding> routes, boolean certain) {
        return DesiredReader.problems(routes.stream()
                .filter(each -> each.certain() == certain)
                .map(each -> new Finding(each.where(), each.what(), each.expected(), each.next()))
                .toList());
    }

    private static List<Problem> all(Desired desired) {
        List<Problem> problems = new ArrayList<>(desired.problems());
        desired.applications().forEach(each -> problems.addAll(each.problems()));
        return problems;
    }
}
