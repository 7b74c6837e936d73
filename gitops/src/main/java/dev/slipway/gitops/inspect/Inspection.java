package dev.slipway.gitops.inspect;

import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.images.ContainerImage;
import dev.slipway.gitops.images.Decision;
import dev.slipway.gitops.images.ImageUpdate;
import dev.slipway.gitops.placement.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a repository.
 *
 * @param repository its URL, as its Applications write it; empty when nothing tells it
 * @param bootstrapped whether {@code bootstrap/root.yaml} says what is live
 * @param applications in order of name
 * @param overlays kustomizations that no Application renders, in order of path
 * @param unreachable Argo CD's manifests that {@code bootstrap/root.yaml} does not lead to
 * @param findings what belongs to no Application and cannot be read
 * @param doubts what belongs to no Application and is to look at
 */
public record Inspection(
        String repository,
        boolean bootstrapped,
        List<InspectedApplication> applications,
        List<InspectedOverlay> overlays,
        List<Unreachable> unreachable,
        List<Finding> findings,
        List<Finding> doubts) {

    public Inspection {
        applications = List.copyOf(applications);
        overlays = List.copyOf(overlays);
        unreachable = List.copyOf(unreachable);
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
    }

    /**
     * An Application.
     *
     * @param id what no other one has
     * @param where file and line
     * @param by what makes it, in words; empty for a manifest that stands for itself
     * @param makes the names of the Applications that it makes, if it is an app of apps
     * @param objects how many it renders to
     * @param updates what the image updater is told
     * @param findings what cannot be read, or may not be applied
     * @param doubts what to look at although it can be read
     */
    public record InspectedApplication(
            ApplicationId id,
            String name,
            String where,
            String by,
            List<String> makes,
            String project,
            Belonging belonging,
            String cluster,
            String namespace,
            List<InspectedSource> sources,
            int objects,
            List<InspectedImage> images,
            List<ImageUpdate> updates,
            List<String> hosts,
            List<Finding> findings,
            List<Finding> doubts) {}

    /**
     * Where something belongs; null where that cannot be told.
     *
     * @param toldBy what told the environment, or what would
     */
    public record Belonging(
            @Nullable String service,
            @Nullable String team,
            @Nullable String environment,
            String rule,
            String toldBy) {

        static Belonging of(Placement placement) {
            return new Belonging(
                    placement.service(),
                    placement.team(),
                    placement.environment(),
                    placement.rule().name(),
                    placement.evidence());
        }
    }

    /** A source; the chart is empty in Git, the path in a Helm repository. */
    public record InspectedSource(String repository, String revision, String path, String chart) {}

    /**
     * A container's image.
     *
     * @param decidedAt file and line; null when nothing tells it
     * @param decidedBy the rule in words; null when nothing tells it
     * @param undecided why nothing tells it; null when something does
     */
    public record InspectedImage(
            String workload,
            String container,
            String image,
            @Nullable String tag,
            @Nullable String digest,
            @Nullable String decidedAt,
            @Nullable String decidedBy,
            @Nullable String undecided) {

        static InspectedImage of(ContainerImage image) {
            Decision decision = image.decision();
            return new InspectedImage(
                    image.workload(),
                    image.container(),
                    image.image().name(),
                    image.image().tag(),
                    image.image().digest(),
                    decision == null ? null : decision.where(),
                    decision == null ? null : decision.rule().words(),
                    decision == null ? image.undecided() : null);
        }
    }

    /** A kustomization that no Application renders. */
    public record InspectedOverlay(
            String directory,
            Belonging belonging,
            int objects,
            List<InspectedImage> images,
            List<String> hosts,
            List<Finding> findings) {}

    /** A manifest that is not live. */
    public record Unreachable(String where, String kind, String name) {}
}
