package dev.slipway.scaffolder.fields;

import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityPredicate.All;
import dev.slipway.entities.EntityPredicate.Any;
import dev.slipway.entities.EntityPredicate.Exists;
import dev.slipway.entities.EntityPredicate.Has;
import dev.slipway.entities.EntityPredicate.Not;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.PredicateException;
import dev.slipway.entities.PredicateReader;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a field takes. Source of the options: Backstage's documentation, "Writing templates", EntityPicker and its kin.
 *
 * @param filter what holds for them
 * @param defaultKind of a text that names none; empty when it has to
 * @param arbitrary whether anything else may be entered too
 */
public record EntityWish(EntityPredicate filter, String defaultKind, String defaultNamespace, boolean arbitrary) {

    private static final Set<String> FIELDS =
            Set.of("EntityPicker", "MultiEntityPicker", "OwnerPicker", "OwnedEntityPicker", "MyGroupsPicker");

    /** Empty for a field that takes no entities. */
    public static Optional<EntityWish> of(FormField field) {
        return FIELDS.contains(field.field()) ? Optional.of(wish(field)) : Optional.empty();
    }

    private static EntityWish wish(FormField field) {
        Set<String> kinds = kinds(field);
        EntityPredicate filter = new All(List.of(filter(field.ui("catalogFilter")), ofKinds(kinds)));
        Set<String> named = kinds.isEmpty() ? kindsOf(field.ui("catalogFilter")) : kinds;
        String onlyKind = named.size() == 1 ? named.iterator().next() : "";
        String defaultKind = field.uiText("defaultKind").isEmpty() ? onlyKind : field.uiText("defaultKind");
        String namespace = field.uiText("defaultNamespace");
        return new EntityWish(
                filter,
                defaultKind.isEmpty() && isOwner(field) ? "group" : defaultKind,
                namespace.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : namespace,
                !Boolean.FALSE.equals(field.ui("allowArbitraryValues")));
    }

    private static boolean isOwner(FormField field) {
        return field.field().equals("OwnerPicker") || field.field().equals("MyGroupsPicker");
    }

    /** {@code allowedKinds}, and what a field of owners takes when it says nothing. */
    private static Set<String> kinds(FormField field) {
        if (field.field().equals("MyGroupsPicker")) {
            return Set.of("group");
        }
        Set<String> allowed = texts(field.ui("allowedKinds"));
        boolean unsaid = allowed.isEmpty() && field.ui("catalogFilter") == null;
        return field.field().equals("OwnerPicker") && unsaid ? Set.of("group", "user") : allowed;
    }

    private static EntityPredicate ofKinds(Set<String> kinds) {
        return kinds.isEmpty() ? EntityPredicate.everything() : new Has("kind", kinds);
    }

    private static Set<String> kindsOf(@Nullable Object filter) {
        if (filter instanceof List<?> list) {
            return list.stream().flatMap(each -> kindsOf(each).stream()).collect(Collectors.toSet());
        }
        return filter instanceof Map<?, ?> map ? texts(map.get("kind")) : Set.of();
    }

    private static EntityPredicate filter(@Nullable Object written) {
        return switch (written) {
            case List<?> list -> new Any(list.stream().map(EntityWish::filter).toList());
            case Map<?, ?> map
            when map.keySet().stream().anyMatch(key -> String.valueOf(key).startsWith("$")) -> predicate(map);
            case Map<?, ?> map -> {
                List<EntityPredicate> parts = new ArrayList<>();
                map.forEach((field, value) -> parts.add(condition(String.valueOf(field), value)));
                yield new All(parts);
            }
            case null, default -> EntityPredicate.everything();
        };
    }

    /** A filter that cannot be read takes nothing away. */
    private static EntityPredicate predicate(Map<?, ?> map) {
        try {
            return PredicateReader.read(map, "catalogFilter");
        } catch (PredicateException _) {
            return EntityPredicate.everything();
        }
    }

    private static EntityPredicate condition(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey("exists")) {
            EntityPredicate exists = new Exists(field);
            return Boolean.FALSE.equals(map.get("exists")) ? new Not(exists) : exists;
        }
        return new Has(field, texts(value));
    }

    private static Set<String> texts(@Nullable Object value) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
            case null -> Set.of();
            default -> Set.of(value.toString());
        };
    }

    /** The reference that a text means; empty when it means none. */
    public Optional<EntityRef> reference(String text) {
        try {
            return Optional.of(EntityRef.parse(text.strip(), defaultKind, defaultNamespace));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The text as Backstage stores it. */
    public String stored(String text) {
        return reference(text).map(EntityRef::toString).orElse(text.strip());
    }
}
