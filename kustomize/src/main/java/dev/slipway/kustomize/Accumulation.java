package dev.slipway.kustomize;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.transform.Configuration;
import dev.slipway.kustomize.variable.Variables;

/** What a layer has gathered: objects, variables, and which fields the layers above it change. */
final class Accumulation {
    private final Items items = new Items();
    private final Variables variables = new Variables();
    private Configuration configuration = Configuration.nothing();

    Items items() {
        return items;
    }

    Variables variables() {
        return variables;
    }

    Configuration configuration() {
        return configuration;
    }

    /** @param from where the configuration comes from, for messages */
    void configure(Configuration more, Place from) {
        configuration = configuration.merged(more, from);
    }

    /** As in kustomize, what a component leaves behind is taken over anew. */
    void takeOver(Place component) {
        configuration = Configuration.nothing().merged(configuration, component);
    }

    /** @param from where the base is named */
    void addAll(Accumulation base, Place from) {
        base.items.all().forEach(items::add);
        configure(base.configuration, from);
        variables.addAll(base.variables);
    }

    void add(Item item) {
        items.add(item);
    }
}
