package dev.slipway.template.value;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of the host as a template sees it: items are adopted at the first look, and changes are the template's own. */
final class GivenList extends AbstractList<@Nullable Object> {

    private final Iterable<?> given;
    private final int depth;
    private @Nullable List<@Nullable Object> items;

    GivenList(Iterable<?> given, int depth) {
        this.given = given;
        this.depth = depth;
    }

    private List<@Nullable Object> items() {
        if (items == null) {
            List<@Nullable Object> adopted = new ArrayList<>();
            given.forEach(item -> adopted.add(Values.adopt(item, depth + 1)));
            items = adopted;
        }
        return items;
    }

    @Override
    public @Nullable Object get(int index) {
        return items().get(index);
    }

    @Override
    public int size() {
        return items().size();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object item) {
        return items().set(index, item);
    }

    @Override
    public void add(int index, @Nullable Object item) {
        items().add(index, item);
    }

    @Override
    public @Nullable Object remove(int index) {
        return items().remove(index);
    }
}
