package dev.slipway.gitops.parity.fleet;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.dependencies.DependenciesReader;
import dev.slipway.gitops.placement.Placement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services of a checkout of a GitOps repository. */
public final class CheckoutFleet {

    private CheckoutFleet() {}

    public static Fleet of(Checkout checkout) {
        List<Member> members = new ArrayList<>();
        IdentityHashMap<Member, RenderedApplication> rendered = new IdentityHashMap<>();
        for (RenderedApplication each : checkout.declared().applications()) {
            Member member = member(each, checkout);
            members.add(member);
            rendered.put(member, each);
        }
        Function<Member, Declaration> dependencies = member -> declaration(rendered.get(member), checkout.sources());
        return new Fleet(members, checkout.landscape(), dependencies);
    }

    private static Member member(RenderedApplication rendered, Checkout checkout) {
        Placement placement = checkout.placements().of(rendered.application());
        return new Member(
                rendered.application().name(),
                placement.service(),
                placement.team(),
                placement.environment(),
                checkout.landscape().cluster(rendered.application().cluster()),
                rendered.application().namespace(),
                checkout.declared().commit(rendered),
                rendered.objects(),
                trouble(rendered));
    }

    private static @Nullable String trouble(RenderedApplication rendered) {
        String name = "The Application \"" + rendered.application().name() + "\" ";
        if (isUnreleased(rendered.application())) {
            return "Nothing has been released there yet.";
        }
        if (!rendered.objects().isEmpty()) {
            return null;
        }
        return rendered.findings().isEmpty()
                ? name + "renders to nothing."
                : name + "does not render: " + rendered.findings().getFirst().what();
    }

    /** Declared, and nothing started: it must not sync before its first Release. */
    private static boolean isUnreleased(Application application) {
        return application
                        .object()
                        .text("spec", "syncPolicy", "automated", "enabled")
                        .orElse("")
                        .equals("false")
                && application.pinnedImages().isEmpty();
    }

    private static Declaration declaration(@Nullable RenderedApplication rendered, Sources sources) {
        if (rendered == null) {
            return new Declaration.Missing("Its Application is gone.");
        }
        ApplicationSource source = rendered.application().source();
        return switch (sources.find(source.repositoryUrl(), source.revision())) {
            case Sources.Answer.Found found -> DependenciesReader.read(found.tree(), source.path());
            case Sources.Answer.Missing missing ->
                new Declaration.Missing(
                        "Its repository \"" + source.repositoryUrl() + "\" cannot be read: " + missing.reason());
        };
    }
}
