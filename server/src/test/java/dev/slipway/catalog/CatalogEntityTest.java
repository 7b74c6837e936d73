package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.catalog.CatalogEntity.EntitySource;
import dev.slipway.entities.EntityRef;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogEntityTest {

    @Test
    void writesReferencesThatNobodyCheckedAsJson() {
        CatalogEntity entity = new CatalogEntity(
                EntityRef.parse("component:x", ""),
                new UUID(0, 0),
                "{\"kind\":\"Component\"}",
                List.of(
                        new EntityRelation("dependsOn", EntityRef.parse("resource:a\"b\\c", "")),
                        new EntityRelation("ownedBy", EntityRef.parse("group:red", ""))),
                null,
                new EntitySource("acme/shop", "catalog-info.yaml"));

        assertThat(entity.json())
                .isEqualTo("{\"kind\":\"Component\",\"relations\":["
                        + "{\"type\":\"dependsOn\",\"targetRef\":\"resource:default/a\\\"b\\\\c\"},"
                        + "{\"type\":\"ownedBy\",\"targetRef\":\"group:default/red\"}]}");
    }
}
