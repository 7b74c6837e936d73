package dev.slipway.catalog.pages;

import dev.slipway.catalog.graph.Ownership;
import dev.slipway.catalog.store.OwnedFindingReads.Counts;
import dev.slipway.catalog.store.OwnedFindingReads.Loose;
import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a group or a user owns, and what is wrong with it.
 *
 * @param loose the first of those that name something that does not exist
 * @param names of the owners and of what is wrong
 */
public record OwnershipView(Ownership ownership, Counts counts, List<Loose> loose, Names names) {

    private static final int MOST_IN_ADDRESS = 50;

    /** Everybody whose entities are counted. */
    static List<EntityRef> owners(Ownership ownership) {
        return Stream.concat(
                        Stream.of(ownership.own().owner()),
                        ownership.inherited().stream().map(Ownership.Share::owner))
                .toList();
    }

    /** The list of all of it, with these parameters besides; of its own alone where the owners are too many. */
    public String list(String more) {
        String all = owners(ownership).stream()
                .limit(MOST_IN_ADDRESS)
                .map(owner -> "owner=" + CatalogLinks.encoded(owner.toString()))
                .collect(Collectors.joining("&"));
        return "/catalog?" + all + more;
    }

    /** Whether {@link #list} leads to all of it. */
    public boolean listed() {
        return ownership.complete() && ownership.inherited().size() < MOST_IN_ADDRESS;
    }

    /** The groups that own something, those with the most first. */
    public List<Ownership.Share> busy() {
        return ownership.inherited().stream()
                .filter(share -> share.total() > 0)
                .sorted((one, other) -> Integer.compare(other.total(), one.total()))
                .toList();
    }

    /** How many groups own nothing. */
    public int idle() {
        return ownership.inherited().size() - busy().size();
    }
}
