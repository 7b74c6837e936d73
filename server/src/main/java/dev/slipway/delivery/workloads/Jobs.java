package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The Job controller: one pod after the other until one succeeds or {@code backoffLimit} more have failed. */
final class Jobs {

    private final Pods pods;
    private final Quotas quotas;
    private final TemplateHashes hashes = new TemplateHashes();

    Jobs(Pods pods, Quotas quotas) {
        this.pods = pods;
        this.quotas = quotas;
    }

    void control(LiveObject job, LiveObjects objects, Instant now) {
        Manifest template = template(job);
        List<Pod> attempts = attempts(job);
        if (!PodTemplates.unsupported(template).isEmpty() || job.manifest().flag("spec", "suspend")) {
            return;
        }
        boolean succeeded = attempts.stream().anyMatch(pod -> pod.succeeded().orElse(false));
        boolean running = attempts.stream().anyMatch(pod -> pod.succeeded().isEmpty());
        if (!succeeded
                && !running
                && attempts.size() <= limit(job)
                && quotas.refusal(job, template, objects).isEmpty()) {
            pods.create(PodTemplates.pod(job, template, hash(job), now));
        }
        endWhatIsLate(job, attempts, now);
        endEarlier(job, now);
    }

    private void endEarlier(LiveObject job, Instant now) {
        String hash = hash(job);
        pods.ownedBy(job.cluster(), job.namespace(), "Job", job.name()).stream()
                .filter(pod -> !pod.row().templateHash().equals(hash))
                .forEach(pod -> pod.terminate(now));
    }

    private static void endWhatIsLate(LiveObject job, List<Pod> attempts, Instant now) {
        int deadline = job.manifest().number(0, "spec", "activeDeadlineSeconds");
        attempts.stream()
                .filter(pod -> deadline > 0
                        && pod.succeeded().isEmpty()
                        && pod.row().createdAt().plusSeconds(deadline).isBefore(now))
                .forEach(Pod::fail);
    }

    Verdict health(LiveObject job, LiveObjects objects) {
        List<String> unsupported = PodTemplates.unsupported(template(job));
        if (!unsupported.isEmpty()) {
            return Verdict.degraded(String.join("; ", unsupported));
        }
        if (job.manifest().flag("spec", "suspend")) {
            return new Verdict(dev.slipway.delivery.Health.SUSPENDED, "The Job is suspended");
        }
        List<Pod> attempts = attempts(job);
        if (attempts.stream().anyMatch(pod -> pod.succeeded().orElse(false))) {
            return Verdict.healthy();
        }
        Optional<Pod> newest = attempts.stream().reduce((first, second) -> second);
        if (newest.isPresent() && newest.get().degraded()) {
            return Verdict.degraded(newest.get().message());
        }
        boolean over = attempts.size() > limit(job)
                && attempts.stream().allMatch(pod -> pod.succeeded().isPresent());
        return over
                ? Verdict.degraded("The Job failed after " + attempts.size() + " tries: "
                        + newest.map(Pod::message).orElse(""))
                : Verdict.progressing(
                        newest.isEmpty()
                                ? quotas.refusal(job, template(job), objects).orElse("waits")
                                : "runs");
    }

    private static int limit(LiveObject job) {
        return job.manifest().number(6, "spec", "backoffLimit");
    }

    private List<Pod> attempts(LiveObject job) {
        String hash = hash(job);
        return pods.ownedBy(job.cluster(), job.namespace(), "Job", job.name()).stream()
                .filter(pod -> pod.row().templateHash().equals(hash) && !pod.terminating())
                .toList();
    }

    /** A Job that was applied anew runs anew: that is how a hook runs once per sync. */
    private String hash(LiveObject job) {
        return hashes.of(template(job), job.appliedAt());
    }

    private static Manifest template(LiveObject job) {
        return job.manifest().at("spec", "template");
    }
}
