package dev.slipway.catalog;

import dev.slipway.entities.Entity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a repository has for the catalog, or could have.
 *
 * @param existing what its files declare
 * @param proposal what a first file could say; null where there are files
 */
public record LocationAnalysis(
        List<Existing> existing, @Nullable Proposal proposal) {

    public LocationAnalysis {
        existing = List.copyOf(existing);
    }

    /**
     * An entity that a file declares.
     *
     * @param target where people find the file
     * @param registered whether the catalog has the entity from this file
     */
    public record Existing(String target, boolean registered, Entity entity) {}

    /** An entity that nobody has declared yet, with what speaks for each of its fields. */
    public record Proposal(Map<String, @Nullable Object> entity, List<Suggestion> fields) {
        public Proposal {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What a field could hold.
     *
     * @param value null where somebody has to say it
     * @param reason in words
     */
    public record Suggestion(String field, @Nullable String value, String reason) {}
}
