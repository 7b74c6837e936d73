package dev.slipway.documents.yaml;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Leaves unquoted scalars to {@link Scalars}: they get a tag of their own, so that one that is tagged {@code !!str} is told from
 * them, and none is held against SnakeYAML's patterns of YAML 1.1 first.
 */
final class PlainTags extends Resolver {

    static final Tag PLAIN = new Tag("tag:slipway.dev,2026:plain");

    @Override
    protected void addImplicitResolvers() {
        // none
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        return switch (kind) {
            case scalar -> implicit ? plain(value) : Tag.STR;
            case sequence -> Tag.SEQ;
            case mapping, anchor -> Tag.MAP;
        };
    }

    private static Tag plain(String value) {
        return value.equals("<<") ? Tag.MERGE : PLAIN;
    }
}
