package dev.slipway.builds.web;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildStep;
import dev.slipway.kernel.ImageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A build as REST tells it. */
record BuildBody(
        long id,
        String repository,
        String commit,
        String branch,
        String status,
        Map<String, String> images,
        ProvenanceBody provenance,
        @Nullable String failure,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<StepBody> steps,
        String page) {

    /** Where it comes from. */
    record ProvenanceBody(String builder, String isolation, Map<String, String> details) {}

    /** A step of a local build. */
    record StepBody(
            String name,
            String status,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    static BuildBody of(Build build, List<BuildStep> steps) {
        return new BuildBody(
                build.id().value(),
                build.repository().toString(),
                build.commit().value(),
                build.branch(),
                build.status().name(),
                texts(build.images()),
                new ProvenanceBody(
                        build.provenance().builder(),
                        build.provenance().isolation(),
                        new TreeMap<>(build.provenance().details())),
                build.failure(),
                build.queuedAt(),
                build.startedAt(),
                build.finishedAt(),
                steps.stream()
                        .map(step ->
                                new StepBody(step.name(), step.status().name(), step.startedAt(), step.finishedAt()))
                        .toList(),
                "/builds/" + build.id());
    }

    private static Map<String, String> texts(Map<String, ImageDigest> images) {
        Map<String, String> texts = new TreeMap<>();
        images.forEach((name, digest) -> texts.put(name, digest.value()));
        return texts;
    }
}
