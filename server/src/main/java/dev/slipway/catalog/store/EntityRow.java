package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the tables keep it.
 *
 * @param chunk fingerprint of the document it was read from
 * @param document what the API answers, relations aside, as JSON
 * @param terms of the document
 * @param written what is written in another way than in lower case
 * @param names words of name and title, which weigh most
 * @param topics words of tags, owner and the like
 * @param prose words of the description; those of headings come later and stay
 */
public record EntityRow(
        EntityRef ref,
        UUID uid,
        int source,
        UUID chunk,
        String name,
        @Nullable String title,
        @Nullable String type,
        @Nullable String lifecycle,
        @Nullable String owner,
        @Nullable String system,
        List<String> tags,
        String document,
        Terms terms,
        Written written,
        String names,
        String topics,
        String prose,
        List<Relation> relations) {

    /** All texts that it is found by. */
    public Stream<String> searched() {
        return Stream.of(names, topics, prose);
    }

    /** As the file writes them; null for what it writes in lower case. */
    public record Written(
            @Nullable String kind,
            @Nullable String type,
            @Nullable String lifecycle) {}
}
