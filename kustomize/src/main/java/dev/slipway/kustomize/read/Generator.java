package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import java.util.List;
import java.util.Map;

/**
 * An entry of {@code configMapGenerator} or {@code secretGenerator}, with the options that hold for all of them.
 *
 * @param type of a Secret, else empty
 * @param hashed whether the name gets a suffix with the hash of the content
 */
public record Generator(
        Place place,
        boolean secret,
        String name,
        String namespace,
        Item.Behavior behavior,
        String type,
        List<Text> files,
        List<Text> literals,
        List<Text> envs,
        Map<String, String> labels,
        Map<String, String> annotations,
        boolean hashed,
        boolean immutable) {}
