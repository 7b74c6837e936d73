package dev.slipway.desiredstate.parity;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.desiredstate.release.ReleasePlans;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Side;
import dev.slipway.gitops.parity.Verdict;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares environments as if both had a Release already: what would be committed, on the newest tip. The newest answers are kept,
 * because gates ask again and again while they wait; what could not be told is tried anew.
 */
@Component
class ParityCandidates {

    private static final int MOST_KEPT = 200;

    private final GitContent git;
    private final Platforms platforms;
    private final DesiredReader reader;
    private final Fleets fleets;
    private final ReleasePlans plans;
    private final Map<Key, Comparison> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Comparison> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** All that an answer depends on; a Release pins its commit. */
    private record Key(
            CommitId tip,
            CommitId definition,
            LocalDate today,
            ServiceName service,
            EnvironmentName from,
            EnvironmentName to,
            Release release) {}

    ParityCandidates(GitContent git, Platforms platforms, DesiredReader reader, Fleets fleets, ReleasePlans plans) {
        this.git = git;
        this.platforms = platforms;
        this.reader = reader;
        this.fleets = fleets;
        this.plans = plans;
    }

    Comparison compare(ServiceName service, EnvironmentName from, EnvironmentName to, Release release) {
        DefinitionAtMain newest = platforms
                .newest()
                .orElseThrow(() -> new IllegalStateException("The platform repository has no valid definition yet."));
        Key key = new Key(newest.main(), newest.source(), fleets.today(), service, from, to, release);
        synchronized (kept) {
            Comparison found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        Comparison comparison = compare(newest.definition(), key);
        if (comparison.verdict() != Verdict.UNKNOWN) {
            synchronized (kept) {
                kept.put(key, comparison);
            }
        }
        return comparison;
    }

    private Comparison compare(PlatformDefinition definition, Key key) {
        FileTree tree = git.snapshot(definition.repository(), key.tip());
        String named = key.tip().value();
        Map<EnvironmentName, String> refused = new HashMap<>();
        for (EnvironmentName environment : List.of(key.from(), key.to())) {
            tree = plan(new Intent.SetRelease(key.service(), environment, key.release()), named, tree, refused);
            named += " with " + key.release() + " of " + key.service() + " in " + environment;
        }
        FleetComparison fleet = fleets.of(reader.read(definition, key.tip(), named, tree), definition);
        return fleet.parity()
                .compare(
                        key.service().value(),
                        side(fleet, key.service(), key.from(), refused),
                        side(fleet, key.service(), key.to(), refused));
    }

    private static Side side(
            FleetComparison fleet,
            ServiceName service,
            EnvironmentName environment,
            Map<EnvironmentName, String> refused) {
        String reason = refused.get(environment);
        return reason == null
                ? fleet.fleet().side(service.value(), environment.value())
                : new Side.Unknown(environment.value(), reason);
    }

    /** Both may stand in one file: the second is planned on what the first comes to. */
    private FileTree plan(Intent.SetRelease intent, String key, FileTree tree, Map<EnvironmentName, String> refused) {
        return switch (plans.plan(intent, key, tree)) {
            case Plan.Write write -> changed(tree, write.changes());
            case Plan.Conflict conflict -> {
                refused.put(intent.environment(), words(conflict.problems()));
                yield tree;
            }
            case Plan.Refused refusal -> {
                refused.put(intent.environment(), words(refusal.problems()));
                yield tree;
            }
        };
    }

    private static FileTree changed(FileTree tree, List<FileChange> changes) {
        PatchedTree.Builder changed = PatchedTree.of(tree);
        for (FileChange change : changes) {
            switch (change) {
                case FileChange.Put put -> changed.put(put.path(), put.content());
                case FileChange.Remove remove -> changed.remove(remove.path());
            }
        }
        return changed.build();
    }

    private static String words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining(" "));
    }
}
