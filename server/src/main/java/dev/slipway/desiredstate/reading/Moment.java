package dev.slipway.desiredstate.reading;

import dev.slipway.gitops.Sources.Answer;
import dev.slipway.platform.PlatformDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What branches elsewhere are, for all who ask while something is read or compared: of a branch that moves meanwhile all must
 * see the same. Safe for use by several threads.
 */
public final class Moment {

    private final PlatformDefinition definition;
    private final Map<Place, Answer> answers = new ConcurrentHashMap<>();

    /** @param definition which says what URLs mean */
    public Moment(PlatformDefinition definition) {
        this.definition = definition;
    }

    private record Place(String repositoryUrl, String revision) {}

    public PlatformDefinition definition() {
        return definition;
    }

    /** Several may look at once, the first answer is everybody's. */
    Answer find(String repositoryUrl, String revision, Supplier<Answer> look) {
        Place place = new Place(repositoryUrl, revision);
        Answer known = answers.get(place);
        if (known != null) {
            return known;
        }
        Answer found = look.get();
        Answer first = answers.putIfAbsent(place, found);
        return first == null ? found : first;
    }
}
