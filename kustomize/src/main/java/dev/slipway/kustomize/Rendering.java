package dev.slipway.kustomize;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kustomization renders to.
 *
 * @param objects in the order of the output
 * @param text byte for byte what {@code kubectl kustomize} prints
 * @param filesRead the paths of the files and directories that the render depended on, from the tree's root, sorted
 */
public record Rendering(List<Resource> objects, String text, Set<String> filesRead) {

    public Rendering {
        objects = List.copyOf(objects);
        filesRead = java.util.Collections.unmodifiableSet(new TreeSet<>(filesRead));
    }
}
