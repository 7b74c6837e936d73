package dev.slipway.catalog.pages;

import dev.slipway.catalog.store.EntityFindingReads.Rival;
import dev.slipway.catalog.store.FindingReads.Found;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an entity and with the file that declares it.
 *
 * @param own its own problems, and those that nobody can tell the entity of
 * @param others how many problems other entities of the file have
 * @param rivals documents that claim it as well
 * @param goes when it goes because no file declares it any more; null while one does
 */
public record EntityFindings(
        List<Found> own,
        int others,
        List<Rival> rivals,
        @Nullable Instant goes) {}
