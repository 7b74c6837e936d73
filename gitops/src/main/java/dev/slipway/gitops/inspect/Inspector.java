package dev.slipway.gitops.inspect;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.discovery.ArgoManifests;
import dev.slipway.gitops.hosts.ServedHosts;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.images.ImageUpdate;
import dev.slipway.gitops.inspect.Inspection.Belonging;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import dev.slipway.gitops.inspect.Inspection.InspectedImage;
import dev.slipway.gitops.inspect.Inspection.InspectedSource;
import dev.slipway.gitops.inspect.Inspection.Unreachable;
import dev.slipway.gitops.refusals.Refusals;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a checkout. */
public final class Inspector {

    private static final Set<String> MANIFESTS = Set.of("Application", "ApplicationSet");

    private final Checkout checkout;
    private final ImageReader images;
    private final Makers makers;
    private final Map<String, List<String>> made;

    private Inspector(Checkout checkout) {
        this.checkout = checkout;
        this.images = new ImageReader(checkout.tree(), checkout.sources());
        this.makers = new Makers(checkout, images);
        this.made = made(checkout);
    }

    public static Inspection inspect(Checkout checkout) {
        return new Inspector(checkout).inspection();
    }

    private Inspection inspection() {
        boolean bootstrapped = checkout.tree().isFile(DeclaredReader.ROOT);
        ArgoManifests manifests = ArgoManifests.in(checkout.tree());
        return new Inspection(
                checkout.repository(),
                bootstrapped,
                checkout.declared().applications().stream()
                        .map(this::application)
                        .toList(),
                new Overlays(checkout, images).unused(manifests.kustomizations()),
                bootstrapped ? unreachable(manifests) : List.of(),
                Stream.concat(
                                checkout.declared().findings().stream(),
                                manifests.flux().stream().map(Inspector::unread))
                        .toList(),
                checkout.declared().sets().stream()
                        .flatMap(each -> each.doubts().stream())
                        .toList());
    }

    private static Finding unread(ArgoManifests.Found flux) {
        return new Finding(
                flux.place().toString(),
                "What Flux's " + flux.object().kind() + " \"" + flux.object().name()
                        + "\" deploys is not read: images and variables that it sets are not seen here.",
                "Argo CD's Applications",
                "Let an Application deploy it, or look at it by hand.");
    }

    private InspectedApplication application(RenderedApplication rendered) {
        Application application = rendered.application();
        String where = makers.where(application);
        return new InspectedApplication(
                application.id(),
                application.name(),
                where,
                makers.by(application),
                makes(application),
                application.project(),
                Belonging.of(checkout.placements().of(application)),
                checkout.landscape().cluster(application.cluster()),
                application.namespace(),
                application.sources().stream()
                        .map(each ->
                                new InspectedSource(each.repositoryUrl(), each.revision(), each.path(), each.chart()))
                        .toList(),
                rendered.objects().size(),
                images.images(rendered).stream().map(InspectedImage::of).toList(),
                ImageUpdate.of(application),
                ServedHosts.of(rendered.objects()),
                located(application, where, findings(rendered)),
                located(application, where, checkout.declared().doubts(rendered)));
    }

    private List<Finding> findings(RenderedApplication rendered) {
        return Stream.concat(rendered.findings().stream(), new Refusals(checkout.landscape()).of(rendered).stream())
                .toList();
    }

    private static Map<String, List<String>> made(Checkout checkout) {
        return checkout.declared().applications().stream()
                .map(RenderedApplication::application)
                .collect(Collectors.groupingBy(
                        each -> each.origin().by(), Collectors.mapping(Application::name, Collectors.toList())));
    }

    private List<String> makes(Application application) {
        return made.getOrDefault("Application \"" + application.name() + "\"", List.of());
    }

    /** With the line of the Application where a finding names its file alone. */
    private static List<Finding> located(Application application, String where, List<Finding> findings) {
        return findings.stream()
                .map(each -> each.where().equals(application.file())
                        ? new Finding(where, each.what(), each.expected(), each.next())
                        : each)
                .toList();
    }

    private List<Unreachable> unreachable(ArgoManifests manifests) {
        Set<String> read = new HashSet<>(Set.of(DeclaredReader.ROOT));
        checkout.declared().applications().stream()
                .flatMap(each -> each.parts().stream())
                .filter(this::isOwn)
                .forEach(part -> read.addAll(part.filesRead()));
        return manifests.found().stream()
                .filter(each -> MANIFESTS.contains(each.object().kind()))
                .filter(each -> !read.contains(each.place().file()))
                .sorted(Comparator.comparing(each -> each.place().file()))
                .map(each -> new Unreachable(
                        each.place().file() + ":" + each.place().line(),
                        each.object().kind(),
                        each.object().name()))
                .toList();
    }

    private boolean isOwn(Part part) {
        return checkout.sources()
                .identity(part.source().repositoryUrl())
                .equals(checkout.sources().identity(checkout.repository()));
    }
}
