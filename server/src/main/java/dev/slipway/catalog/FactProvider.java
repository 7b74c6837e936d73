package dev.slipway.catalog;

import java.util.List;

/**
 * SPI: a module that knows facts about entities. Each bean of this type is asked when an entity is shown or checked, several
 * threads at once. It answers from what the module keeps, within milliseconds, and nothing for entities that it does not know;
 * what it cannot tell it leaves out, since a fact that is missing counts as unknown, never as good. One that throws is left out.
 */
public interface FactProvider {

    List<Fact> factsOf(CatalogEntity entity);
}
