package dev.slipway.gitops;

import dev.slipway.gitops.Output.Declaration;
import dev.slipway.kustomize.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file with its objects; without any where it could not be read.
 *
 * @param id Git's; null where trees tell none
 * @param digests one for each object, in a row
 */
record Manifests(
        @Nullable String id,
        String path,
        List<Resource> objects,
        List<Declaration> declarations,
        String digests,
        List<Finding> findings)
        implements FolderPart {

    Manifests(@Nullable String id, String path, List<Resource> objects, String digests, List<Finding> findings) {
        this(id, path, objects, declarations(path, objects), digests, findings);
    }

    private static List<Declaration> declarations(String path, List<Resource> objects) {
        return objects.stream()
                .filter(Declaration::isOne)
                .map(object -> new Declaration(path, object))
                .toList();
    }
}
