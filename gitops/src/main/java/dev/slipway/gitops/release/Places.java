package dev.slipway.gitops.release;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.ContainerImage;
import dev.slipway.gitops.images.Decision;
import dev.slipway.gitops.images.Decision.Rule;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.images.ImageUpdate;
import dev.slipway.helm.UnpackedCharts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the images of a Release are decided for one Application, or why that is nothing that can be written. */
final class Places {

    /** Names the project and the stage ({@code shop:prod}) whose promotions may change the Application. */
    private static final String KARGO_STAGE = "kargo.akuity.io/authorized-stage";

    private final Checkout checkout;
    private final RenderedApplication target;
    private final WantedRelease wanted;
    private final ImageReader reader;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Decision, String> decisions = new LinkedHashMap<>();

    private Places(Checkout checkout, RenderedApplication target, WantedRelease wanted) {
        this.checkout = checkout;
        this.target = target;
        this.wanted = wanted;
        this.reader = new ImageReader(checkout.tree(), checkout.sources());
    }

    static Places of(Checkout checkout, RenderedApplication target, WantedRelease wanted) {
        Places places = new Places(checkout, target, wanted);
        places.look();
        return places;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The names of the Release's images by where each is decided; one place may decide for several containers. */
    Map<Decision, String> decisions() {
        return decisions;
    }

    private void look() {
        List<ContainerImage> containers = reader.images(target);
        for (String name : wanted.images().keySet()) {
            List<ContainerImage> running = running(name, containers);
            if (running.isEmpty()) {
                findings.add(notRun(name, containers));
            }
            running.forEach(each -> decided(each, name));
        }
        Application application = target.application();
        ImageUpdate.of(application).stream()
                .filter(each -> wanted.images().containsKey(each.image()))
                .forEach(each -> findings.add(updated(each, reader.where(application))));
        String stage = application.object().annotations().get(KARGO_STAGE);
        if (stage != null && !stage.isBlank()) {
            findings.add(promotedByKargo(stage, reader.where(application)));
        }
    }

    /** By name; else what is called the same in another registry, if it is the only one. */
    private List<ContainerImage> running(String name, List<ContainerImage> containers) {
        List<ContainerImage> exactly = containers.stream()
                .filter(each -> each.image().name().equals(name))
                .toList();
        if (!exactly.isEmpty()) {
            return exactly;
        }
        List<ContainerImage> alike = containers.stream()
                .filter(each -> !wanted.images().containsKey(each.image().name()))
                .filter(each -> last(each.image().name()).equals(last(name)))
                .toList();
        return alike.stream().map(each -> each.image().name()).distinct().count() == 1 ? alike : List.of();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void decided(ContainerImage image, String name) {
        Decision decision = image.decision();
        if (decision == null) {
            findings.add(untold(image));
        } else if (!decision.repository().isEmpty()) {
            findings.add(elsewhere(image, decision));
        } else if (decision.rule() == Rule.APPLICATION && Revision.isWholeCommit(source().revision())) {
            findings.add(pinnedElsewhere(image, decision));
        } else if (decision.rule() == Rule.PARAMETER_FILE) {
            findings.add(laidOver(image, decision));
        } else if (decision.rule() == Rule.CHART_VERSION
                || decision.rule() == Rule.CHART_TEMPLATE
                || UnpackedCharts.isPacked(decision.file())) {
            findings.add(ofTheChart(image, decision));
        } else {
            decisions.putIfAbsent(decision, name);
        }
    }

    private ApplicationSource source() {
        return target.application().source();
    }

    private static String of(ContainerImage image) {
        return "The image of container \"" + image.container() + "\" of " + image.workload();
    }

    private Finding notRun(String name, List<ContainerImage> containers) {
        Set<String> others = new LinkedHashSet<>();
        containers.forEach(each -> others.add(each.image().name()));
        return new Finding(
                reader.where(target.application()),
                "No container of Application \"" + target.application().name() + "\" runs \"" + name
                        + "\" of this Release; there " + (others.size() == 1 ? "is " : "are ")
                        + (others.isEmpty() ? "none" : String.join(", ", others)) + ".",
                "a container with the image " + name,
                "Name this image in the manifests, or take it out of what the build makes.");
    }

    private Finding untold(ContainerImage image) {
        return new Finding(
                reader.where(target.application()),
                of(image) + ", " + image.image() + ", is decided nowhere that can be told: " + image.undecided() + ".",
                "a place in this repository that holds its tag or digest",
                "Give it an entry in \"images\" of the overlay's kustomization, or in kustomize.images or helm.parameters of the"
                        + " Application.");
    }

    private Finding elsewhere(ContainerImage image, Decision decision) {
        String where = reader.where(target.application());
        boolean own = !checkout.repository().isEmpty()
                && checkout.sources()
                        .identity(decision.repository())
                        .equals(checkout.sources().identity(checkout.repository()));
        if (own) {
            return new Finding(
                    where,
                    of(image) + " is decided in " + decision.where() + ", at revision \""
                            + source().revision()
                            + "\" of this repository: a commit to main would not reach it.",
                    "a source that follows main",
                    "Let the Application read HEAD or main.");
        }
        boolean chart = target.parts().stream().anyMatch(each -> each.source().helm() != null);
        return new Finding(
                decision.where(),
                of(image) + " is decided by " + decision.rule().words()
                        + " in another repository, to which no Release is written.",
                "a place in this repository",
                chart
                        ? "Set it with helm.parameters of the Application (" + where
                                + "), or in a file of values in this repository."
                        : "Set it with kustomize.images of the Application (" + where
                                + "); or pin its source to a whole commit of the service's repository: a Release then changes"
                                + " commit and image there.");
    }

    private Finding pinnedElsewhere(ContainerImage image, Decision decision) {
        return new Finding(
                decision.where(),
                of(image) + " is decided beside a pinned commit of \"" + source().repositoryUrl()
                        + "\", which the Release, of \"" + wanted.repository() + "\", cannot change.",
                "a commit of " + wanted.repository() + ", in an Application of its own, or a branch",
                "Let the source follow a branch; its commit is then not part of the Release.");
    }

    private static Finding laidOver(ContainerImage image, Decision decision) {
        return new Finding(
                decision.where(),
                of(image) + " is decided by " + decision.rule().words()
                        + ", which Argo CD's image updater writes: two writers would undo each other.",
                "one writer",
                "Move it into the Application or the overlay, and stop the image updater there.");
    }

    private static Finding ofTheChart(ContainerImage image, Decision decision) {
        return new Finding(
                decision.where(),
                of(image) + " is decided by " + decision.rule().words()
                        + ", which is the chart's and not one environment's.",
                "a value",
                "Set the tag in a file of values, or in helm.parameters of the Application.");
    }

    private static Finding updated(ImageUpdate update, String where) {
        return new Finding(
                where,
                "Argo CD's image updater is told to change \"" + update.image()
                        + "\" here, too: two writers would undo each other.",
                "one writer",
                "Take it out of the annotation argocd-image-updater.argoproj.io/image-list.");
    }

    private static Finding promotedByKargo(String stage, String where) {
        return new Finding(
                where,
                "Kargo promotes to this Application, in its stage \"" + stage
                        + "\": two writers would undo each other.",
                "one writer",
                "Stop the stage's promotions and take the annotation " + KARGO_STAGE + " out.");
    }

    /** Files and lines, for messages. */
    String where() {
        return decisions.keySet().stream().map(Decision::where).distinct().collect(Collectors.joining(", "));
    }
}
