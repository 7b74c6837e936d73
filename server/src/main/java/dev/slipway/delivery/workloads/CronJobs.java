package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The CronJob controller: a pod when the schedule says so; what was due while Slipway was off is not made up for. */
final class CronJobs {

    private static final int KEPT_SUCCEEDED = 3;
    private static final int KEPT_FAILED = 1;

    private final Pods pods;
    private final TemplateHashes hashes = new TemplateHashes();
    private final java.util.Map<dev.slipway.delivery.objects.ObjectKey, Instant> looked = new java.util.HashMap<>();

    CronJobs(Pods pods) {
        this.pods = pods;
    }

    void control(LiveObject cronJob, Instant now) {
        Instant last = looked.put(cronJob.key(), now);
        if (last == null || !problem(cronJob).isEmpty() || cronJob.manifest().flag("spec", "suspend")) {
            return;
        }
        List<Pod> runs = pods.ownedBy(cronJob.cluster(), cronJob.namespace(), "Job", cronJob.name());
        if (due(cronJob, last, now) && mayRun(cronJob, runs, now)) {
            Manifest template = cronJob.manifest().at("spec", "jobTemplate", "spec", "template");
            pods.create(PodTemplates.jobPod(cronJob, template, hashes.of(template, now), now));
        }
        forget(runs, true, cronJob.manifest().number(KEPT_SUCCEEDED, "spec", "successfulJobsHistoryLimit"), now);
        forget(runs, false, cronJob.manifest().number(KEPT_FAILED, "spec", "failedJobsHistoryLimit"), now);
    }

    /** Ends the oldest ones beyond the limit. */
    private static void forget(List<Pod> runs, boolean succeeded, int limit, Instant now) {
        List<Pod> over = runs.stream()
                .filter(pod -> !pod.terminating() && pod.succeeded().equals(Optional.of(succeeded)))
                .toList();
        over.stream().limit(Math.max(0, over.size() - limit)).forEach(pod -> pod.terminate(now));
    }

    private static boolean mayRun(LiveObject cronJob, List<Pod> runs, Instant now) {
        List<Pod> running =
                runs.stream().filter(pod -> pod.succeeded().isEmpty()).toList();
        return switch (cronJob.manifest().text("spec", "concurrencyPolicy").orElse("Allow")) {
            case "Forbid" -> running.isEmpty();
            case "Replace" -> {
                running.forEach(pod -> pod.terminate(now));
                yield true;
            }
            default -> true;
        };
    }

    private static boolean due(LiveObject cronJob, Instant last, Instant now) {
        ZoneId zone =
                cronJob.manifest().text("spec", "timeZone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        return CronSchedule.of(schedule(cronJob))
                .filter(schedule -> schedule.due(last, now, zone))
                .isPresent();
    }

    Verdict health(LiveObject cronJob) {
        String problem = problem(cronJob);
        return problem.isEmpty() ? Verdict.healthy() : Verdict.degraded(problem);
    }

    private static String problem(LiveObject cronJob) {
        if (CronSchedule.of(schedule(cronJob)).isEmpty()) {
            return "the schedule \"" + schedule(cronJob) + "\" is not understood";
        }
        try {
            cronJob.manifest().text("spec", "timeZone").ifPresent(ZoneId::of);
        } catch (DateTimeException _) {
            return "the time zone \""
                    + cronJob.manifest().text("spec", "timeZone").orElse("") + "\" is unknown";
        }
        return String.join(
                "; ", PodTemplates.unsupported(cronJob.manifest().at("spec", "jobTemplate", "spec", "template")));
    }

    private static String schedule(LiveObject cronJob) {
        return cronJob.manifest().text("spec", "schedule").orElse("");
    }
}
