package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.reading.Reading;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.Footing;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An Application with what decides it beside what it renders to now.
 *
 * @param ordersSync whether its manifest says {@code operation}, which Argo CD carries out at once
 * @param wandering whether it reads another branch of its own repository, which nothing holds against gates
 * @param footing told when somebody asks
 */
record Standing(DesiredApplication application, boolean ordersSync, boolean wandering, Supplier<Footing> footing) {

    /** Those that are wanted. */
    static List<Standing> of(Reading reading, Predicate<RenderedApplication> wanted) {
        List<Standing> all = new ArrayList<>();
        reading.forEach((rendered, application) -> {
            if (wanted.test(rendered)) {
                all.add(of(reading, application, rendered));
            }
        });
        return all;
    }

    private static Standing of(Reading reading, DesiredApplication application, RenderedApplication rendered) {
        Sources sources = reading.declaration().sources();
        return new Standing(
                application,
                rendered.application().object().at("operation").isPresent(),
                isWandering(
                        rendered.application(), sources, reading.declaration().repository()),
                () -> Footing.of(rendered, reading.tree(), sources));
    }

    private static boolean isWandering(Application application, Sources sources, String own) {
        return application.sources().stream()
                .anyMatch(source -> !Reading.isFixed(source.revision())
                        && sources.identity(source.repositoryUrl()).equals(own));
    }

    String name() {
        return application.name();
    }

    /** In words what decides the other one otherwise; empty where nothing does. */
    String differenceTo(Standing other) {
        return footing.get().differenceTo(other.footing().get());
    }

    /** Whether nobody can tell all that it makes, or will make: part of it is not rendered, or not permitted. */
    boolean isUnknown() {
        return wandering || !application.problems().isEmpty();
    }

    /** Whether something comes of it in the cluster without a person's doing. */
    boolean runs() {
        return application.release() != null || application.automated() || ordersSync;
    }
}
