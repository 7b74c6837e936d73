package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Edits one document of a YAML text and leaves every other byte as it is: comments, quoting, line ends, byte order mark,
 * other documents. Each edit gives a new editor; its text has been read again and means exactly what was asked for.
 *
 * <p>Pointers are JSON pointers (RFC 6901). Every method throws {@link YamlException} if the text is not YAML, the place
 * does not exist, or the edit would change something else too (an anchor whose aliases would follow).
 */
public final class YamlEditor {

    private final String file;
    private final String text;
    private final int document;
    private final List<YamlValue> documents;

    private YamlEditor(String file, String text, int document) {
        this.file = file;
        this.text = text;
        this.document = document;
        this.documents = YamlReader.core().documents(file, text);
        if (document >= documents.size()) {
            throw new YamlException(new Place(file, 1, 1), "There is no document number " + (document + 1) + " here.");
        }
    }

    /** An editor of the first document. */
    public static YamlEditor of(String file, String text) {
        return new YamlEditor(file, text, 0);
    }

    /** An editor of the first document that this holds for. */
    public static YamlEditor of(String file, String text, Predicate<YamlValue> which) {
        List<YamlValue> documents = YamlReader.core().documents(file, text);
        for (int i = 0; i < documents.size(); i++) {
            if (which.test(documents.get(i))) {
                return new YamlEditor(file, text, i);
            }
        }
        throw new YamlException(new Place(file, 1, 1), "The document to edit is not in this file.");
    }

    public String text() {
        return text;
    }

    /** The edited document's root. */
    public YamlValue root() {
        return documents.get(document);
    }

    /**
     * The value at this place becomes this one. Missing keys are added; the index behind a list's last item appends.
     *
     * @param value String, Integer, Long, Double, Boolean, a List or a Map with text keys
     */
    public YamlEditor set(String pointer, Object value) {
        List<String> segments = YamlPointer.parse(pointer).segments();
        Object wanted = Plain.copy(value);
        if (root().at(pointer)
                .filter(old -> Objects.equals(old.plain(), wanted))
                .isPresent()) {
            return this;
        }
        return verified(changed(segments, wanted), Plain.with(root().plain(), segments, wanted));
    }

    /** Removes the key or item at this place; nothing happens when it is not there. A map or list that becomes empty stays. */
    public YamlEditor remove(String pointer) {
        List<String> segments = YamlPointer.parse(pointer).segments();
        if (segments.isEmpty()) {
            throw new YamlException(root().place(), "A whole document cannot be removed.");
        }
        return root().at(pointer).isEmpty()
                ? this
                : verified(removed(segments), Plain.without(root().plain(), segments));
    }

    private String changed(List<String> segments, Object value) {
        YamlValue parent = root();
        YamlValue target = root();
        int owner = target.span().start();
        boolean flow = false;
        for (int depth = 0; depth < segments.size(); depth++) {
            parent = target;
            flow = flow || positions().isFlow(parent);
            Optional<Child> child = child(parent, segments.get(depth));
            if (child.isEmpty()) {
                return added(parent, owner, flow, segments.subList(depth, segments.size()), value);
            }
            owner = child.get().start();
            target = Positions.own(parent, child.get().value(), child.get().valueNotBefore());
        }
        return Splicer.of(text).replace(target, value, owner, flow);
    }

    private String added(YamlValue parent, int owner, boolean flow, List<String> missing, Object value) {
        Object nested = Splicer.nested(missing.subList(1, missing.size()), value);
        boolean nothing = parent instanceof YamlScalar scalar && scalar.value() == null;
        boolean emptyMap = parent instanceof YamlMap map && map.entries().isEmpty();
        if (nothing || emptyMap) {
            return Splicer.of(text).replace(parent, Map.of(missing.getFirst(), nested), owner, flow && !emptyMap);
        }
        return switch (parent) {
            case YamlMap map -> Splicer.of(text).add(map, missing.getFirst(), nested);
            case YamlList list
            when missing.getFirst().equals(String.valueOf(list.items().size())) ->
                list.items().isEmpty()
                        ? Splicer.of(text).replace(list, List.of(nested), owner, flow && list.equals(root()))
                        : Splicer.of(text).append(list, nested);
            default ->
                throw new YamlException(
                        parent.place(),
                        "Here is " + parent.kind() + ", which holds no \"" + missing.getFirst() + "\".");
        };
    }

    private String removed(List<String> segments) {
        YamlPointer above = new YamlPointer(segments.subList(0, segments.size() - 1));
        YamlValue parent = above.find(root()).orElseThrow();
        List<Child> children = children(parent);
        if (children.size() == 1) {
            return changed(above.segments(), parent instanceof YamlMap ? Map.of() : List.of());
        }
        int index = children.stream().map(Child::name).toList().indexOf(segments.getLast());
        if (index < 0) {
            throw new YamlException(
                    parent.place(), "\"" + segments.getLast() + "\" is merged into this map from another.");
        }
        Child child = children.get(index);
        YamlValue value = Positions.own(parent, child.value(), child.valueNotBefore());
        int previous = index == 0 ? -1 : positions().end(children.get(index - 1).value());
        int next = index + 1 < children.size() ? children.get(index + 1).start() : -1;
        return Splicer.of(text).remove(child.start(), value, positions().isFlow(parent), previous, next);
    }

    private record Child(String name, int start, int valueNotBefore, YamlValue value) {}

    private Optional<Child> child(YamlValue parent, String name) {
        return children(parent).stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    private List<Child> children(YamlValue parent) {
        List<Child> children = new ArrayList<>();
        switch (parent) {
            case YamlMap map ->
                map.entries().stream()
                        .filter(entry -> Positions.within(map, entry.key()))
                        .forEach(entry -> children.add(new Child(
                                entry.key().text(),
                                entry.key().span().start(),
                                entry.key().span().end(),
                                entry.value())));
            case YamlList list -> {
                for (YamlValue item : list.items()) {
                    int start = positions().isFlow(list)
                            ? item.span().start()
                            : positions().dash(item);
                    children.add(new Child(
                            String.valueOf(children.size()), start, list.span().start(), item));
                }
            }
            case YamlScalar _ -> {}
        }
        return children;
    }

    private Positions positions() {
        return new Positions(text);
    }

    private YamlEditor verified(String edited, @Nullable Object expected) {
        YamlEditor after;
        try {
            after = new YamlEditor(file, edited, document);
        } catch (YamlException e) {
            throw new YamlException(e.place(), "This cannot be edited in place, do it by hand. " + e.reason());
        }
        List<@Nullable Object> wanted =
                new ArrayList<>(documents.stream().map(YamlValue::plain).toList());
        wanted.set(document, expected);
        if (!wanted.equals(after.documents.stream().map(YamlValue::plain).toList())) {
            throw new YamlException(
                    root().place(),
                    "The edit would change more than was asked for (an anchor, odd layout); do it by hand.");
        }
        return after;
    }
}
