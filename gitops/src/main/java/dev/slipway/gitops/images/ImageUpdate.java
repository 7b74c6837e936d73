package dev.slipway.gitops.images;

import dev.slipway.gitops.Application;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image that Argo CD's image updater changes, as an Application's annotations say.
 *
 * @param constraint of the version; null for none
 * @param strategy {@code semver} where nothing is said
 * @param allowedTags null for all
 * @param writeBack {@code argocd} (into the live Application, not into Git) or {@code git}
 */
public record ImageUpdate(
        String alias,
        String image,
        @Nullable String constraint,
        String strategy,
        @Nullable String allowedTags,
        String writeBack) {

    private static final String PREFIX = "argocd-image-updater.argoproj.io/";

    /** Whether what it writes never reaches Git. */
    public boolean besideGit() {
        return writeBack.equals("argocd");
    }

    public static List<ImageUpdate> of(Application application) {
        Map<String, String> annotations = application.object().annotations();
        List<ImageUpdate> updates = new ArrayList<>();
        Arrays.stream(annotations.getOrDefault(PREFIX + "image-list", "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> updates.add(update(each, annotations)));
        return updates;
    }

    private static ImageUpdate update(String written, Map<String, String> annotations) {
        int equals = written.indexOf('=');
        String alias = equals < 0 ? "" : written.substring(0, equals);
        ImageReference image = ImageReference.parse(written.substring(equals + 1));
        String general = annotations.getOrDefault(PREFIX + "update-strategy", "semver");
        return new ImageUpdate(
                alias,
                image.name(),
                image.tag(),
                annotations.getOrDefault(PREFIX + alias + ".update-strategy", general),
                annotations.getOrDefault(PREFIX + alias + ".allow-tags", annotations.get(PREFIX + "allow-tags")),
                annotations.getOrDefault(PREFIX + "write-back-method", "argocd").replaceFirst(":.*", ""));
    }
}
