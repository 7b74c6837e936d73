package dev.slipway.previews.sweep;

import dev.slipway.builds.BuildFinished;
import dev.slipway.changes.ChangeSettled;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServicesChanged;
import dev.slipway.previews.manifests.PreviewsInGit;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares pull requests as they are now with what lies in Git, and has the difference written. Events only wake it: what it
 * does depends on none of them.
 */
@Component
public class PreviewSweep implements Reconciliation {

    public static final String NAME = "previews-sweep";

    private final Platforms platforms;
    private final GitContent git;
    private final Census census;
    private final GitDifference difference;
    private final Wakeups wakeups;

    PreviewSweep(Platforms platforms, GitContent git, Census census, GitDifference difference, Wakeups wakeups) {
        this.platforms = platforms;
        this.git = git;
        this.census = census;
        this.difference = difference;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(2);
    }

    @EventListener({
        BuildFinished.class,
        ChangeSettled.class,
        PlatformChanged.class,
        PullRequestChanged.class,
        RefsChanged.class,
        ServicesChanged.class
    })
    void wake() {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        platforms.find().ifPresent(this::sweep);
    }

    private void sweep(PlatformDefinition definition) {
        CommitId tip = git.resolve(definition.repository(), "refs/heads/main").orElse(null);
        if (tip == null) {
            return;
        }
        Snapshot platform = git.snapshot(definition.repository(), tip);
        Map<String, Map<String, Map<String, FileContent>>> found = PreviewsInGit.of(platform);
        Census.Result wanted = census.take(definition, platform);
        SortedSet<String> services = new TreeSet<>(found.keySet());
        services.addAll(wanted.trees().keySet());
        services.stream()
                .filter(wanted::knows)
                .forEach(service -> difference.write(
                        definition.repository(),
                        tip,
                        service,
                        found.getOrDefault(service, Map.of()),
                        wanted.trees().getOrDefault(service, Map.of())));
        wakeups.wake(PreviewWatch.NAME);
    }
}
