package dev.slipway.gitops.release;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.placement.Placements;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one Application that runs a service in an environment.
 *
 * @param application null when there is none, or more than one
 * @param finding what is wrong; null when there is one
 */
record Target(
        @Nullable RenderedApplication application, @Nullable Finding finding) {

    static Target of(Checkout checkout, WantedRelease wanted) {
        Placements placements = checkout.placements();
        List<RenderedApplication> all = checkout.declared().applications().stream()
                .filter(each -> isMeant(placements.of(each.application()), wanted))
                .toList();
        List<RenderedApplication> running = all.size() == 1
                ? all
                : all.stream()
                        .filter(each -> runs(each, wanted.images().keySet()))
                        .toList();
        if (running.size() != 1) {
            return new Target(null, all.isEmpty() ? none(wanted) : several(checkout, wanted, all));
        }
        RenderedApplication one = running.getFirst();
        return one.findings().isEmpty()
                ? new Target(one, null)
                : new Target(null, one.findings().getFirst());
    }

    static boolean isMeant(Placement placement, WantedRelease wanted) {
        return wanted.service().equals(placement.service())
                && wanted.environment().equals(placement.environment());
    }

    private static boolean runs(RenderedApplication application, Set<String> images) {
        return ContainerImages.names(application.objects()).stream().anyMatch(images::contains);
    }

    private static Finding none(WantedRelease wanted) {
        return new Finding(
                "applications/" + wanted.service() + "/" + wanted.environment() + ".yaml",
                "There is no Application of \"" + wanted.service() + "\" in \"" + wanted.environment() + "\".",
                "an Application at this path, or one with the labels slipway.dev/service and slipway.dev/environment",
                "Create the service in this environment first.");
    }

    private static Finding several(Checkout checkout, WantedRelease wanted, List<RenderedApplication> all) {
        ImageReader reader = new ImageReader(checkout.tree(), checkout.sources());
        List<Application> applications =
                all.stream().map(RenderedApplication::application).toList();
        String names = applications.stream()
                .map(each -> "\"" + each.name() + "\" (" + reader.where(each) + ")")
                .collect(Collectors.joining(", "));
        return new Finding(
                reader.where(applications.getFirst()),
                "Which Application runs \"" + wanted.service() + "\" in \"" + wanted.environment()
                        + "\" cannot be told: there are " + names + ".",
                "exactly one that runs " + String.join(", ", wanted.images().keySet()),
                "Give the others another service with the label slipway.dev/service, or one Application for all.");
    }
}
