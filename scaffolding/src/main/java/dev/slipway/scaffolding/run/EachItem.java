package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a round of a repeated step finds below {@code each}.
 *
 * @param key of a list the index as a text, as in Backstage
 */
record EachItem(String key, @Nullable Object value) {

    /**
     * One for each round.
     *
     * @param rendered what {@code each} renders to
     * @throws ScaffoldingException if that is neither a list nor a map
     */
    static List<EachItem> of(@Nullable Object rendered, YamlValue each) {
        List<EachItem> items = new ArrayList<>();
        switch (rendered) {
            case List<?> list -> list.forEach(value -> items.add(new EachItem(String.valueOf(items.size()), value)));
            case Map<?, ?> map -> map.forEach((key, value) -> items.add(new EachItem(String.valueOf(key), value)));
            case null, default ->
                throw new ScaffoldingException(List.of(new Finding(each.place(), "\"each\" needs a list or a map.")));
        }
        return items;
    }
}
