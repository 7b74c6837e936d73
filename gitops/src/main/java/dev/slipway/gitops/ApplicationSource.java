package dev.slipway.gitops;

import dev.slipway.kustomize.ImageOverride;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.ReplicaOverride;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an Application's {@code spec.source} says.
 *
 * @param directory whether it says {@code directory}, so that a kustomization in the path is not rendered
 */
public record ApplicationSource(
        String repositoryUrl,
        String revision,
        String path,
        boolean directory,
        boolean recurse,
        String include,
        String exclude,
        Overrides overrides) {

    /** @throws IllegalArgumentException if an override is malformed */
    static ApplicationSource of(Resource application, String... at) {
        Map<String, @Nullable Object> source = application.map(at);
        Resource view = new Resource("", "", null, "", source);
        return new ApplicationSource(
                view.text("repoURL").orElse(""),
                view.text("targetRevision").orElse("HEAD"),
                view.text("path").orElse("").replaceFirst("^\\./", "").replaceFirst("/+$", ""),
                source.containsKey("directory"),
                view.text("directory", "recurse").filter("true"::equals).isPresent(),
                view.text("directory", "include").orElse(""),
                view.text("directory", "exclude").orElse(""),
                overrides(view));
    }

    private static Overrides overrides(Resource source) {
        List<ImageOverride> images = new ArrayList<>();
        source.list("kustomize", "images").forEach(image -> images.add(ImageOverride.parse(String.valueOf(image))));
        List<ReplicaOverride> replicas = new ArrayList<>();
        source.list("kustomize", "replicas").forEach(replica -> replicas.add(replica(replica)));
        return new Overrides(
                source.text("kustomize", "namespace").orElse(null),
                source.text("kustomize", "namePrefix").orElse(null),
                source.text("kustomize", "nameSuffix").orElse(null),
                images,
                replicas,
                texts(source.map("kustomize", "commonLabels")),
                texts(source.map("kustomize", "commonAnnotations")));
    }

    private static ReplicaOverride replica(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.get("count") instanceof Number count) {
            return new ReplicaOverride(String.valueOf(map.get("name")), count.longValue());
        }
        throw new IllegalArgumentException(
                "An entry of kustomize.replicas needs name and count, not \"" + value + "\".");
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
