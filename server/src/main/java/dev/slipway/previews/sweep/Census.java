package dev.slipway.previews.sweep;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import dev.slipway.previews.PreviewChanged;
import dev.slipway.previews.manifests.PreviewSite;
import dev.slipway.previews.manifests.PreviewTrees;
import dev.slipway.previews.plan.Decision;
import dev.slipway.previews.plan.WantedPreviews;
import dev.slipway.previews.store.PreviewProgress;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at every open pull request, decides on its preview, and writes the decision down. */
@Component
class Census {

    /** The label that suspends a preview's time to live. */
    private static final String KEEP = "keep";

    private final OpenPullRequests pulls;
    private final Facts facts;
    private final Uses uses;
    private final Overlays overlays;
    private final PreviewTrees trees;
    private final PreviewStore store;
    private final PreviewProgress progress;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Census(
            OpenPullRequests pulls,
            Facts facts,
            Uses uses,
            Overlays overlays,
            PreviewTrees trees,
            PreviewStore store,
            PreviewProgress progress,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pulls = pulls;
        this.facts = facts;
        this.uses = uses;
        this.overlays = overlays;
        this.trees = trees;
        this.store = store;
        this.progress = progress;
        this.events = events;
        this.clock = clock;
    }

    /** @param trees by service and tree; of unreadable services nothing is known */
    record Result(Map<String, Map<String, Map<String, FileContent>>> trees, Set<String> unreadable) {
        boolean knows(String service) {
            return !unreadable.contains(service);
        }
    }

    Result take(PlatformDefinition definition, FileTree platform) {
        OpenPullRequests.Observation observation = pulls.observe(platform);
        PreviewRules rules = definition.previews();
        List<OpenPullRequests.Open> open = rules == null ? List.of() : observation.pulls();
        Instant now = clock.instant();
        open.forEach(each -> see(each, now));
        Map<PullRequestRef, PreviewRow> rows = rows();
        if (rules != null && uses.note(rows.values(), rules, now)) {
            rows = rows();
        }
        letGo(rows, open, observation);
        Map<String, Map<String, Map<String, FileContent>>> wanted =
                rules == null ? Map.of() : decide(definition, rules, open, rows, now);
        return new Result(
                wanted,
                observation.unreadable().stream().map(ServiceName::value).collect(Collectors.toSet()));
    }

    private void see(OpenPullRequests.Open open, Instant now) {
        if (progress.seen(open.pull(), open.service(), open.pull().labels().contains(KEEP), now)) {
            events.publishEvent(
                    new PreviewChanged(open.service().name(), open.pull().ref().number()));
        }
    }

    private Map<PullRequestRef, PreviewRow> rows() {
        Map<PullRequestRef, PreviewRow> rows = new HashMap<>();
        store.all().forEach(row -> rows.put(row.preview().pullRequest(), row));
        return rows;
    }

    private void letGo(
            Map<PullRequestRef, PreviewRow> rows,
            List<OpenPullRequests.Open> open,
            OpenPullRequests.Observation observation) {
        Set<PullRequestRef> present =
                open.stream().map(each -> each.pull().ref()).collect(Collectors.toSet());
        rows.values().stream()
                .filter(row -> !present.contains(row.preview().pullRequest()))
                .filter(row -> observation.knows(row.preview().service()))
                .filter(row -> progress.leaves(row.preview().pullRequest()))
                .forEach(this::tell);
    }

    private Map<String, Map<String, Map<String, FileContent>>> decide(
            PlatformDefinition definition,
            PreviewRules rules,
            List<OpenPullRequests.Open> open,
            Map<PullRequestRef, PreviewRow> rows,
            Instant now) {
        List<Candidate> candidates = candidates(open, rows);
        Map<PullRequestRef, Decision> decisions = WantedPreviews.of(
                candidates.stream()
                        .map(each -> facts.of(each.open(), each.row()))
                        .toList(),
                rules,
                now);
        Map<String, List<PreviewSite>> sites = new TreeMap<>();
        for (Candidate each : candidates) {
            Decision decision =
                    Objects.requireNonNull(decisions.get(each.open().pull().ref()));
            if (progress.decided(each.row(), decision, rules, now)) {
                tell(each.row());
            }
            site(definition, rules, each.open(), decision)
                    .ifPresent(site -> sites.computeIfAbsent(
                                    each.open().service().name().value(), _ -> new ArrayList<>())
                            .add(site));
        }
        Map<String, Map<String, Map<String, FileContent>>> wanted = new TreeMap<>();
        sites.forEach((service, own) -> wanted.put(service, trees.of(own)));
        return wanted;
    }

    private record Candidate(OpenPullRequests.Open open, PreviewRow row) {}

    private static List<Candidate> candidates(List<OpenPullRequests.Open> open, Map<PullRequestRef, PreviewRow> rows) {
        List<Candidate> candidates = new ArrayList<>();
        for (OpenPullRequests.Open each : open) {
            PreviewRow row = rows.get(each.pull().ref());
            if (row != null) {
                candidates.add(new Candidate(each, row));
            }
        }
        return candidates;
    }

    /** What was shown and can no longer be read, after a forced push for example, is not shown. */
    private Optional<PreviewSite> site(
            PlatformDefinition definition, PreviewRules rules, OpenPullRequests.Open open, Decision decision) {
        return Optional.ofNullable(decision.release())
                .flatMap(release -> overlays.of(
                                release.repository(),
                                release.commit(),
                                open.service().name())
                        .entrance()
                        .map(entrance -> new PreviewSite(
                                definition,
                                rules,
                                open.service(),
                                open.pull().ref().number(),
                                release,
                                entrance)));
    }

    private void tell(PreviewRow row) {
        events.publishEvent(new PreviewChanged(
                row.preview().service(), row.preview().pullRequest().number()));
    }
}
