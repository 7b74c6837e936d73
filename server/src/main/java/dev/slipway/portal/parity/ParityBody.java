package dev.slipway.portal.parity;

import dev.slipway.delivery.LiveResource;
import dev.slipway.desiredstate.ParityDay;
import dev.slipway.gitops.parity.report.ComparisonBody;
import dev.slipway.gitops.parity.report.SummaryBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parity as JSON. */
final class ParityBody {

    private ParityBody() {}

    /**
     * Comparisons of all services.
     *
     * @param total how many comparisons match the question; {@code comparisons} is a part of them
     */
    record All(
            String commit, Instant at, int total, int offset, List<SummaryBody> comparisons, List<ParityDay> trend) {}

    /** One service with drift. */
    record One(String service, List<ComparisonBody> comparisons, List<DriftBody> drift) {}

    /** Drift of an environment. */
    record DriftBody(
            String environment,
            String application,
            String sync,
            List<ObjectBody> objects,
            @Nullable Instant observedAt) {
        static DriftBody of(Drift drift) {
            return new DriftBody(
                    drift.environment(),
                    drift.application(),
                    drift.sync().name().toLowerCase(Locale.ROOT),
                    drift.objects().stream().map(ObjectBody::of).toList(),
                    drift.observedAt());
        }
    }

    /** An object that is not as in Git. */
    record ObjectBody(String kind, String namespace, String name, String message) {
        static ObjectBody of(LiveResource resource) {
            return new ObjectBody(resource.kind(), resource.namespace(), resource.name(), resource.message());
        }
    }
}
