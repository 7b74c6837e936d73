package dev.slipway.catalog.web;

import dev.slipway.entities.Relation;

/** A relation in an answer: {@code component:default/shop dependsOn resource:default/shop-db}. */
record RelationLine(String source, String type, String target) {

    static RelationLine of(Relation relation) {
        return new RelationLine(
                relation.source().toString(),
                relation.type().forward(),
                relation.target().toString());
    }
}
