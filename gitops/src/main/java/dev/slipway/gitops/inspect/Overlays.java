package dev.slipway.gitops.inspect;

import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.discovery.Kustomizations;
import dev.slipway.gitops.hosts.ServedHosts;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.inspect.Inspection.Belonging;
import dev.slipway.gitops.inspect.Inspection.InspectedImage;
import dev.slipway.gitops.inspect.Inspection.InspectedOverlay;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.Rendering;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Kustomizations that no Application renders: all of them where there is no Argo CD. */
record Overlays(Checkout checkout, ImageReader images) {

    private static final int MOST = 2_000;

    List<InspectedOverlay> unused(Kustomizations kustomizations) {
        Set<String> used = new HashSet<>();
        checkout.declared().applications().stream()
                .flatMap(each -> each.parts().stream())
                .forEach(part -> used.addAll(part.filesRead()));
        checkout.declared()
                .applications()
                .forEach(each -> used.add(each.application().file()));
        checkout.declared().applications().stream()
                .flatMap(each -> each.application().sources().stream())
                .filter(this::isOwn)
                .forEach(source -> used.add(source.path()));
        return kustomizations.tops().stream()
                .filter(each -> !used.contains(each) && !isSkeleton(each))
                .limit(MOST)
                .map(this::overlay)
                .toList();
    }

    /** What an Application names is its own, also where it cannot be rendered. */
    private boolean isOwn(ApplicationSource source) {
        return checkout.sources()
                .identity(source.repositoryUrl())
                .equals(checkout.sources().identity(checkout.repository()));
    }

    /** What a template of Backstage's kind makes services of is no manifest yet. */
    private boolean isSkeleton(String directory) {
        return Stream.iterate(directory, each -> !each.isEmpty(), Overlays::parent)
                .anyMatch(each -> checkout.tree().isFile(each + "/template.yaml"));
    }

    private static String parent(String directory) {
        return directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
    }

    private InspectedOverlay overlay(String directory) {
        Belonging belonging = Belonging.of(checkout.placements().ofPath(directory));
        try {
            Rendering rendering = Kustomize.render(checkout.tree(), directory, Overrides.none());
            return new InspectedOverlay(
                    directory,
                    belonging,
                    rendering.objects().size(),
                    images.images(directory, rendering.objects()).stream()
                            .map(InspectedImage::of)
                            .toList(),
                    ServedHosts.of(rendering.objects()),
                    List.of());
        } catch (KustomizeException e) {
            return new InspectedOverlay(directory, belonging, 0, List.of(), List.of(), Finding.from(e));
        }
    }
}
