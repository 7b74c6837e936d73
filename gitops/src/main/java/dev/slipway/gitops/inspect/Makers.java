package dev.slipway.gitops.inspect;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.DeclaredSet;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.places.Places;
import dev.slipway.helm.Helm;
import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes Applications, and where: of those that a chart or a kustomization makes, only its directory is known. */
final class Makers {

    private final Checkout checkout;
    private final ImageReader images;
    private final Places places;
    private final Map<String, List<RenderedApplication>> byName;
    private final Map<String, Optional<String>> found = new HashMap<>();

    Makers(Checkout checkout, ImageReader images) {
        this.checkout = checkout;
        this.images = images;
        this.places = new Places(checkout.sources(), checkout.repository());
        this.byName = checkout.declared().applications().stream()
                .collect(Collectors.groupingBy(
                        each -> "Application \"" + each.application().name() + "\""));
    }

    /** In words; empty for a manifest that stands for itself. */
    String by(Application application) {
        String by = application.origin().by();
        if (!by.isEmpty() || !isDirectory(application)) {
            return by;
        }
        String directory = application.file().isEmpty() ? "." : application.file();
        return (Helm.isChart(checkout.tree(), application.file()) ? "chart" : "kustomization") + " \"" + directory
                + "\"";
    }

    /** File and line, as near as they are found. */
    String where(Application application) {
        String where = images.where(application);
        return isDirectory(application)
                ? place(application, declaration(application)).orElse(where.isEmpty() ? "." : where)
                : where;
    }

    private boolean isDirectory(Application application) {
        return application.origin().repository().isEmpty() && checkout.tree().isDirectory(application.file());
    }

    /** The Application itself, or the set that it is of. */
    private Resource declaration(Application application) {
        return checkout.declared().sets().stream()
                .filter(each -> each.file().equals(application.file()))
                .map(DeclaredSet::object)
                .filter(each -> application.origin().by().equals("ApplicationSet \"" + each.name() + "\""))
                .findFirst()
                .orElse(application.object());
    }

    private Optional<String> place(Application application, Resource declaration) {
        String key = application.file() + " " + application.origin().by() + " " + declaration.kind() + " "
                + declaration.namespace() + "/" + declaration.name();
        return found.computeIfAbsent(
                key,
                _ -> makers(application, declaration)
                        .flatMap(each -> places.of(each, declaration, "").stream())
                        .findFirst()
                        .or(() -> Places.in(checkout.tree(), application.file(), declaration))
                        .map(each -> each.replaceFirst("(:\\d+):\\d+$", "$1")));
    }

    private Stream<RenderedApplication> makers(Application application, Resource declaration) {
        String by = application.origin().by();
        return (byName.containsKey(by) ? byName.get(by) : checkout.declared().applications())
                .stream()
                        .filter(each -> each.parts().stream()
                                .anyMatch(part -> part.source().path().equals(application.file())
                                        && part.objects().contains(declaration)));
    }
}
