package dev.slipway.kustomize.document;

import dev.slipway.documents.yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object on its way through a kustomization: its content now, and under which identities it was known before. */
public final class Item {

    /** What a generator says should happen when the object exists already. */
    public enum Behavior {
        CREATE,
        MERGE,
        REPLACE
    }

    private record Past(String namespace, String name, String kind) {}

    private final Place place;
    private final Behavior behavior;
    private boolean hashed;
    private final List<Past> past = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final List<Origin> changes = new ArrayList<>();
    private @Nullable Origin origin;
    private @Nullable Gvk gvk;
    private String gvkVersion = "";
    private Map<String, @Nullable Object> unquoted = Map.of();
    private Map<String, @Nullable Object> content;

    private Item(Place place, Map<String, @Nullable Object> content, Behavior behavior, boolean hashed) {
        this.place = place;
        this.content = content;
        this.behavior = behavior;
        this.hashed = hashed;
    }

    /** An object that was read; the content is taken over. */
    public static Item read(Place place, Map<String, @Nullable Object> content) {
        return new Item(place, content, Behavior.CREATE, false);
    }

    /** As {@link #read(Place, Map)}. */
    public static Item read(ManifestReader.Manifest manifest) {
        Item item = read(manifest.place(), manifest.content());
        item.unquoted = manifest.unquoted();
        return item;
    }

    /** An object that was generated. */
    public static Item generated(
            Place place, Map<String, @Nullable Object> content, Behavior behavior, boolean hashed) {
        return new Item(place, content, behavior, hashed);
    }

    public Place place() {
        return place;
    }

    public Behavior behavior() {
        return behavior;
    }

    /** Where it was read or generated, or null when nobody asked. */
    public @Nullable Origin origin() {
        return origin;
    }

    public void setOrigin(@Nullable Origin from) {
        origin = from;
    }

    /** What changed it, in order, if somebody asked. */
    public List<Origin> changes() {
        return changes;
    }

    /** Whether the hash of the content belongs into the name. */
    public boolean isHashed() {
        return hashed;
    }

    public Map<String, @Nullable Object> content() {
        return content;
    }

    public void replaceContent(Map<String, @Nullable Object> newContent) {
        content = newContent;
    }

    /** Asked of every object by nearly every step, so that it is taken apart anew only where it has changed. */
    public Gvk gvk() {
        Gvk now = gvk;
        String apiVersion = text(content, "apiVersion");
        if (now == null || !now.kind().equals(kind()) || !apiVersion.equals(gvkVersion)) {
            now = Gvk.of(apiVersion, kind());
            gvk = now;
            gvkVersion = apiVersion;
        }
        return now;
    }

    public String kind() {
        return text(content, "kind");
    }

    public String name() {
        return text(Values.asMap(content.get("metadata")), "name");
    }

    /** Empty when it has none. */
    public String namespace() {
        return text(Values.asMap(content.get("metadata")), "namespace");
    }

    private static String text(@Nullable Map<String, @Nullable Object> map, String key) {
        Object value = map == null ? null : map.get(key);
        return value == null || value instanceof Map<?, ?> || value instanceof List<?> ? "" : value.toString();
    }

    public Id id() {
        return new Id(gvk(), namespace(), name());
    }

    /** The identity it was read with. */
    public Id original() {
        return past.isEmpty() ? id() : previous().getFirst();
    }

    /** The identities before the present one, the oldest first. */
    public List<Id> previous() {
        if (past.isEmpty()) {
            return List.of();
        }
        Gvk now = gvk();
        return past.stream()
                .map(id -> new Id(new Gvk(now.group(), now.version(), id.kind()), id.namespace(), id.name()))
                .toList();
    }

    /** The names that it had before the present one. */
    public List<String> previousNames() {
        return past.stream().map(Past::name).toList();
    }

    /** Whether it is or was this object. */
    public boolean isOrWas(Id id) {
        boolean named = name().equals(id.name())
                || past.stream().anyMatch(each -> each.name().equals(id.name()));
        return named && (id.isSame(id()) || previous().stream().anyMatch(id::isSame));
    }

    /** To be called before anything changes the identity. */
    public void remember() {
        Id id = id();
        past.add(new Past(id.effectiveNamespace(), id.name(), id.gvk().kind()));
    }

    public List<String> prefixes() {
        return prefixes;
    }

    public List<String> suffixes() {
        return suffixes;
    }

    /** Takes over what another object, which this one replaces, was called before, and whether it had a hash. */
    public void inherit(Item other) {
        past.addAll(0, other.past);
        prefixes.addAll(0, other.prefixes);
        suffixes.addAll(0, other.suffixes);
        hashed &= other.hashed;
    }

    public void setName(String name) {
        metadata().put("name", name);
    }

    /** Sets the namespace, or removes it when it is empty. */
    public void setNamespace(String namespace) {
        if (namespace.isEmpty()) {
            metadata().remove("namespace");
        } else {
            metadata().put("namespace", namespace);
        }
    }

    public Map<String, @Nullable Object> metadata() {
        return child(content, "metadata");
    }

    /** The labels or annotations, empty when there are none. */
    public Map<String, @Nullable Object> metadataMap(String field) {
        Map<String, @Nullable Object> map = Values.map(content, "metadata", field);
        return map == null ? Map.of() : map;
    }

    /** Makes all annotations texts, which is what they are whatever a patch has put there. */
    public void writeAnnotationsAsTexts(Function<@Nullable Object, String> written) {
        Map<String, @Nullable Object> map = Values.map(content, "metadata", "annotations");
        if (map != null) {
            map.replaceAll((_, value) -> written.apply(value));
        }
    }

    /** A patch may have taken the last one; kubectl leaves no empty map of annotations behind, though one of labels. */
    public void dropEmptyAnnotations() {
        Map<String, @Nullable Object> metadata = metadata();
        if (metadata.get("annotations") == null || metadataMap("annotations").isEmpty()) {
            metadata.remove("annotations");
        }
    }

    /** The annotations read without quotes, as YAML takes them. */
    public Map<String, @Nullable Object> unquotedAnnotations() {
        return unquoted;
    }

    /** As {@link #unquotedAnnotations}, once: what goes through JSON loses how they were written. */
    public Map<String, @Nullable Object> takeUnquotedAnnotations() {
        Map<String, @Nullable Object> taken = unquoted;
        unquoted = Map.of();
        return taken;
    }

    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> map, String key) {
        Map<String, @Nullable Object> child = Values.asMap(map.get(key));
        if (child == null) {
            child = new LinkedHashMap<>();
            map.put(key, child);
        }
        return child;
    }
}
