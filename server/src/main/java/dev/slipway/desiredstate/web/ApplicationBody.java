package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.Recent.Known;
import dev.slipway.gitops.images.ImageUpdate;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import dev.slipway.gitops.inspect.Inspection.InspectedImage;
import dev.slipway.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Application as REST shows it.
 *
 * @param environmentRule what told the environment; {@code UNKNOWN} when nothing does
 * @param environmentToldBy the same in words; where nothing told it, what would
 * @param containers their images, with file and line where each is decided
 * @param objects {@code apiVersion kind namespace/name} of each
 */
record ApplicationBody(
        String name,
        String file,
        String project,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String environmentRule,
        @Nullable String environmentToldBy,
        @Nullable String cluster,
        String namespace,
        @Nullable String commit,
        @Nullable String release,
        Map<String, String> images,
        List<InspectedImage> containers,
        List<ImageUpdate> imageUpdates,
        List<String> hosts,
        boolean automated,
        String fingerprint,
        List<String> objects,
        List<Problem> problems,
        List<Problem> doubts) {

    /** Empty where what was looked into has no such Application. */
    static Optional<ApplicationBody> of(Known<Inspection> known, String name) {
        return known.desired()
                .application(name)
                .map(application -> of(
                        application,
                        known.value().applications().stream()
                                .filter(inspected -> inspected.id().equals(application.id()))
                                .findFirst()
                                .orElse(null)));
    }

    /** @param inspected null when it has not been looked into */
    static ApplicationBody of(DesiredApplication application, @Nullable InspectedApplication inspected) {
        Map<String, String> images = new TreeMap<>();
        application
                .currentRelease()
                .ifPresent(release -> release.images().forEach((name, digest) -> images.put(name, digest.value())));
        return new ApplicationBody(
                application.name(),
                application.file(),
                application.project(),
                text(application.service()),
                text(application.environment()),
                inspected == null ? null : inspected.belonging().rule(),
                inspected == null ? null : inspected.belonging().toldBy(),
                text(application.cluster()),
                application.namespace(),
                text(application.commit()),
                application.currentRelease().map(release -> release.id()).orElse(null),
                images,
                inspected == null ? List.of() : inspected.images(),
                inspected == null ? List.of() : inspected.updates(),
                inspected == null ? List.of() : inspected.hosts(),
                application.automated(),
                application.fingerprint(),
                application.objects().stream().map(Object::toString).toList(),
                application.problems(),
                application.doubts());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
