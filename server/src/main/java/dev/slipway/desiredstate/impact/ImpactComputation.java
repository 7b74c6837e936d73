package dev.slipway.desiredstate.impact;

import dev.slipway.desiredstate.Landscapes;
import dev.slipway.desiredstate.check.Proposal;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.desiredstate.reading.Moment;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.impact.Impact;
import dev.slipway.gitops.impact.ImpactAnalysis;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares what two commits of the platform repository declare; what renders the same costs nothing. Reads Git. */
@Component
class ImpactComputation {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactComputation.class);

    /** More groups and names than these are counted, not kept: nobody reads them. */
    private static final int MOST_GROUPS = 400;

    private static final int MOST_MEMBERS = 2_000;

    private final GitContent git;
    private final DesiredReader reader;
    private final ImpactStore store;
    private final LiveUpdates live;
    private final Clock clock;

    ImpactComputation(GitContent git, DesiredReader reader, ImpactStore store, LiveUpdates live, Clock clock) {
        this.git = git;
        this.reader = reader;
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /** Makes it and stores it. */
    StoredImpact make(PlatformDefinition definition, Comparison comparison) {
        return stored(comparison, () -> of(definition, comparison));
    }

    /** The same, of a merge that was made already. */
    StoredImpact make(PlatformDefinition definition, Comparison comparison, Proposal proposal) {
        return stored(comparison, () -> merged(definition, comparison, proposal));
    }

    private StoredImpact stored(Comparison comparison, Supplier<StoredImpact> computation) {
        StoredImpact impact = tried(comparison, computation);
        store.save(impact);
        live.changed(comparison.topic());
        return impact;
    }

    private StoredImpact tried(Comparison comparison, Supplier<StoredImpact> computation) {
        try {
            return computation.get();
        } catch (ProblemException e) {
            return StoredImpact.failed(comparison, String.valueOf(e.getMessage()), clock.instant());
        } catch (RuntimeException e) {
            // One comparison must not keep the others from being made.
            LOG.error("The impact of {} cannot be computed", comparison, e);
            return StoredImpact.failed(
                    comparison,
                    "Something unexpected went wrong (" + e.getClass().getSimpleName() + "); the log says more.",
                    clock.instant());
        }
    }

    private StoredImpact of(PlatformDefinition definition, Comparison comparison) {
        RepositoryRef repository = definition.repository();
        return comparison.merged()
                ? merged(definition, comparison, Proposal.of(git, repository, comparison.before(), comparison.after()))
                : compared(
                        definition,
                        comparison,
                        comparison.after().value(),
                        git.snapshot(repository, comparison.after()));
    }

    private StoredImpact merged(PlatformDefinition definition, Comparison comparison, Proposal proposal) {
        return switch (proposal) {
            case Proposal.Conflicting conflict ->
                StoredImpact.failed(
                        comparison,
                        conflict.reason() + ": what a merge would be is not known. Rebase the branch onto main.",
                        clock.instant());
            case Proposal.Clean clean -> compared(definition, comparison, clean.key(), clean.after());
        };
    }

    private StoredImpact compared(PlatformDefinition definition, Comparison comparison, String key, FileTree after) {
        FileTree before = git.snapshot(definition.repository(), comparison.before());
        Moment moment = new Moment(definition);
        Declared old =
                reader.declaration(moment, comparison.before().value(), before).declared();
        Declared now = reader.declaration(moment, key, after).declared();
        Impact impact =
                new ImpactAnalysis(placements(definition, before), placements(definition, after)).compare(old, now);
        return StoredImpact.done(comparison, ImpactReport.of(impact, MOST_GROUPS, MOST_MEMBERS), clock.instant());
    }

    private static Placements placements(PlatformDefinition definition, FileTree tree) {
        return new Placements(Landscapes.of(tree, definition));
    }
}
