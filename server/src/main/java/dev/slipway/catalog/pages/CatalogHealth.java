package dev.slipway.catalog.pages;

import dev.slipway.catalog.health.HealthTopic;
import dev.slipway.catalog.store.FindingReads.Conflict;
import dev.slipway.catalog.store.FindingReads.Counts;
import dev.slipway.catalog.store.FindingReads.Found;
import dev.slipway.catalog.store.FindingReads.Gone;
import dev.slipway.catalog.store.FindingReads.Orphan;
import dev.slipway.catalog.store.FindingReads.Ownerless;
import dev.slipway.catalog.store.FindingReads.Unreadable;
import dev.slipway.entities.EntityRef;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in the catalog: how much of each, and a page of one of them; the lists of the others are empty.
 *
 * @param topic null when nothing is wrong
 * @param page from 1
 * @param grace how long entities stay that no file declares any more
 */
public record CatalogHealth(
        Counts counts,
        @Nullable HealthTopic topic,
        int page,
        List<Unreadable> unreadable,
        List<SourceProblems> sources,
        List<Conflict> conflicts,
        List<Orphan> orphans,
        List<Ownerless> ownerless,
        List<Gone> gone,
        Duration grace) {

    static final int PER_PAGE = 50;

    /** The problems of one file. */
    public record SourceProblems(String repository, String path, List<Found> problems) {}

    /** The entities that this page names. */
    List<EntityRef> refs() {
        return Stream.of(
                        conflicts.stream().map(Conflict::ref),
                        orphans.stream().map(Orphan::example),
                        ownerless.stream().map(Ownerless::ref),
                        gone.stream().map(Gone::ref))
                .flatMap(Function.identity())
                .toList();
    }

    public boolean good() {
        return HealthTopic.first(counts).isEmpty();
    }

    public int found() {
        return topic == null ? 0 : topic.count(counts);
    }

    public int pages() {
        return Math.max(1, (found() + PER_PAGE - 1) / PER_PAGE);
    }

    public String page(int other) {
        return topic == null ? "/catalog/health" : topic.path() + (other > 1 ? "&page=" + other : "");
    }
}
