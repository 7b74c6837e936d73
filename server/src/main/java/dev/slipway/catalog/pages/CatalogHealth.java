package dev.slipway.catalog.pages;

import dev.slipway.catalog.store.FindingReads.Conflict;
import dev.slipway.catalog.store.FindingReads.Counts;
import dev.slipway.catalog.store.FindingReads.Found;
import dev.slipway.catalog.store.FindingReads.Orphan;
import dev.slipway.catalog.store.FindingReads.Ownerless;
import java.util.List;

/** What is wrong in the catalog; the lists hold the first of each, the counts say how many there are. */
public record CatalogHealth(
        Counts counts,
        List<SourceProblems> sources,
        List<Conflict> conflicts,
        List<Orphan> orphans,
        List<Ownerless> ownerless) {

    /** The problems of one file. */
    public record SourceProblems(String repository, String path, List<Found> problems) {}

    public boolean good() {
        return counts.problems() + counts.conflicts() + counts.orphans() + counts.ownerless() == 0;
    }
}
