package dev.slipway.previews.web;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.Suggestions;
import dev.slipway.kernel.TeamName;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewsException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From words in a URL to a query; an empty word is none. */
final class Filters {

    private Filters() {}

    static PreviewQuery query(
            @Nullable String team, @Nullable String service, @Nullable String state, int offset, int limit) {
        return new PreviewQuery(
                team == null || team.isBlank() ? null : new TeamName(team),
                service == null || service.isBlank() ? null : new ServiceName(service),
                state == null || state.isBlank() ? null : state(state),
                offset,
                limit);
    }

    private static PreviewState state(String word) {
        List<String> known = Arrays.stream(PreviewState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(word.toLowerCase(Locale.ROOT))) {
            throw new PreviewsException(
                    ProblemCode.INVALID,
                    new Problem(
                            "state",
                            "\"" + word + "\" is no state of a preview.",
                            "one of " + String.join(", ", known),
                            Suggestions.didYouMean(word, known).orElse(null)));
        }
        return PreviewState.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
