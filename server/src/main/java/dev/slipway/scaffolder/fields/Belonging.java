package dev.slipway.scaffolder.fields;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who somebody is in the catalog, and which groups they belong to. */
@Component
class Belonging {

    private static final Pattern NAME = Pattern.compile("[^:/\\s]+");

    private final Catalog catalog;

    Belonging(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The person and their groups, as references. */
    Set<String> owners(Actor actor) {
        Set<String> owners = new TreeSet<>(groups(actor));
        owners.add(person(actor));
        return owners;
    }

    List<String> groups(Actor actor) {
        if (!NAME.matcher(actor.account()).matches()) {
            return List.of();
        }
        return catalog.find(new EntityRef("user", EntityRef.DEFAULT_NAMESPACE, actor.account())).stream()
                .map(CatalogEntity::relations)
                .flatMap(List::stream)
                .filter(relation -> relation.type().equals("memberOf"))
                .map(relation -> relation.target().toString())
                .sorted()
                .toList();
    }

    static String person(Actor actor) {
        return "user:default/" + actor.account().toLowerCase(Locale.ROOT);
    }
}
