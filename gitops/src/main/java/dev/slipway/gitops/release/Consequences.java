package dev.slipway.gitops.release;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an edit would come to, found out by rendering: the Release must run where it shall, and nowhere else. */
final class Consequences {

    private static final Set<String> DECLARATIONS = Set.of("Application", "ApplicationSet", "AppProject");

    private final Checkout before;
    private final Checkout after;
    private final WantedRelease wanted;
    private final Set<String> files;
    private final String where;

    /**
     * @param files that are edited
     * @param where the same with lines
     */
    Consequences(Checkout before, Checkout after, WantedRelease wanted, Set<String> files, String where) {
        this.before = before;
        this.after = after;
        this.wanted = wanted;
        this.files = Set.copyOf(files);
        this.where = where;
    }

    /** Everything that speaks against it. */
    List<Finding> findings(RenderedApplication target) {
        List<Finding> findings = new ArrayList<>();
        Optional<RenderedApplication> changed = same(after, target);
        if (changed.isEmpty() || !changed.get().findings().isEmpty()) {
            findings.addAll(changed.map(RenderedApplication::findings).orElse(List.of(lost(target))));
        } else if (!runs(changed.get())) {
            findings.add(lost(target));
        }
        List<String> reached = reached(target);
        if (!reached.isEmpty()) {
            findings.add(shared(reached));
        }
        return findings;
    }

    private boolean runs(RenderedApplication application) {
        return release(after, application).filter(wanted::isIn).isPresent();
    }

    private static Optional<RenderedApplication> same(Checkout checkout, RenderedApplication application) {
        return checkout.declared().applications().stream()
                .filter(each -> key(each).equals(key(application)))
                .findFirst();
    }

    private static String key(RenderedApplication application) {
        return application.application().file()
                + '\n'
                + application.application().name()
                + '\n'
                + application.application().origin().repository();
    }

    private Finding lost(RenderedApplication target) {
        return new Finding(
                where,
                "Written there, Application \"" + target.application().name() + "\" would not run this Release.",
                "containers with exactly the digests of the Release",
                "Set the image where nothing stands above it, for example in kustomize.images or helm.parameters of the"
                        + " Application.");
    }

    /** The others whose objects or Release would change, with their environments. */
    private List<String> reached(RenderedApplication target) {
        Map<String, RenderedApplication> now = new HashMap<>();
        after.declared().applications().forEach(each -> now.put(key(each), each));
        return before.declared().applications().stream()
                .filter(each -> !key(each).equals(key(target)))
                .filter(each -> isAnother(each, now.get(key(each)), target))
                .filter(each -> !Target.isMeant(before.placements().of(each.application()), wanted))
                .map(each -> words(each, before.placements().of(each.application())))
                .toList();
    }

    /** An app of apps holds manifests of Applications, which are compared themselves. */
    private boolean isAnother(
            RenderedApplication one, @Nullable RenderedApplication other, RenderedApplication target) {
        return other == null
                || (!one.fingerprint().equals(other.fingerprint())
                        && !workloads(one).equals(workloads(other)))
                || (mayRead(one, target) && !release(before, one).equals(release(after, other)));
    }

    /** What decides for another Application of the same set may stand in a file that it does not render from. */
    private boolean mayRead(RenderedApplication application, RenderedApplication target) {
        String by = application.application().origin().by();
        return files.contains(application.application().file())
                || (by.startsWith("ApplicationSet")
                        && by.equals(target.application().origin().by()))
                || application.filesRead().stream().anyMatch(files::contains);
    }

    private static Optional<WrittenRelease> release(Checkout checkout, RenderedApplication application) {
        return new WrittenReleases(checkout.tree(), checkout.sources())
                .of(application)
                .written();
    }

    private static List<Resource> workloads(RenderedApplication application) {
        return application.objects().stream()
                .filter(each -> !DECLARATIONS.contains(each.kind()))
                .toList();
    }

    private static String words(RenderedApplication application, Placement placement) {
        String environment = placement.environment();
        return "\"" + application.application().name() + "\"" + (environment == null ? "" : " in " + environment);
    }

    private Finding shared(List<String> reached) {
        return new Finding(
                where,
                "What is decided there is decided for " + String.join(", ", reached) + ", too: a Release to "
                        + wanted.environment() + " would reach them as well.",
                "a place of " + wanted.environment() + " alone",
                "Let " + wanted.environment()
                        + " decide for itself: an entry in \"images\" of its overlay, or kustomize.images or helm.parameters of"
                        + " its Application.");
    }
}
