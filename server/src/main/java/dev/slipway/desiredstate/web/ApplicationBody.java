package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Application as REST shows it.
 *
 * @param objects {@code apiVersion kind namespace/name} of each
 */
record ApplicationBody(
        String name,
        String file,
        String project,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String cluster,
        String namespace,
        @Nullable String commit,
        @Nullable String release,
        Map<String, String> images,
        boolean automated,
        String fingerprint,
        List<String> objects,
        List<Problem> problems) {

    static ApplicationBody of(DesiredApplication application) {
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
                text(application.cluster()),
                application.namespace(),
                text(application.commit()),
                application.currentRelease().map(release -> release.id()).orElse(null),
                images,
                application.automated(),
                application.fingerprint(),
                application.objects().stream().map(Object::toString).toList(),
                application.problems());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
