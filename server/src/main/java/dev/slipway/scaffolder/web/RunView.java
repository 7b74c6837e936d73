package dev.slipway.scaffolder.web;

import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.ui.Badge;
import dev.slipway.ui.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as its page shows it.
 *
 * @param mine whether the viewer may stop it and try it again
 */
public record RunView(TemplateRun run, boolean mine, Instant now) {

    private static final List<String> NAMES = List.of("name", "component_id", "componentName", "repoName");

    /** What it is called by: the name that was asked for, where there is one. */
    public static String made(TemplateRun run) {
        return NAMES.stream()
                .map(name -> run.values().get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(run.title());
    }

    public String id() {
        return run.id().toString();
    }

    public String made() {
        return made(run);
    }

    public String subtitle() {
        return run.title() + " · asked for by " + run.account()
                + (run.attempt() > 1 ? " · attempt " + run.attempt() : "");
    }

    public boolean open() {
        return !run.status().ended();
    }

    public boolean again() {
        return run.status() == RunStatus.FAILED || run.status() == RunStatus.CANCELLED;
    }

    /** How a step stands; one that an ended run never came to is not awaited any more. */
    public Badge badge(RunStep step) {
        String detail = step.detail();
        boolean stopped = run.status() == RunStatus.CANCELLED
                && step.status() == RunStep.Status.FAILED
                && detail != null
                && String.valueOf(run.failure()).startsWith(detail);
        if (stopped) {
            return Badge.of(RunStatus.CANCELLED);
        }
        return step.status() == RunStep.Status.PENDING && !open() ? Badge.of("not-run") : Badge.of(step.status());
    }

    /** Whether everything that could be left behind was taken back. */
    public boolean tidy() {
        String failure = run.failure();
        return failure == null || !failure.contains("could not be taken back");
    }

    /** How long a step takes, or took; empty before it begins. */
    public String took(RunStep step) {
        Instant begin = step.startedAt();
        if (begin == null || step.status() == RunStep.Status.SKIPPED) {
            return "";
        }
        Instant end = step.endedAt();
        return RelativeTime.duration(Duration.between(begin, end == null ? now : end));
    }

    /** The step to go on from. */
    public Optional<RunStep> failed() {
        return run.steps().stream()
                .filter(step -> step.status() == RunStep.Status.FAILED)
                .findFirst();
    }

    /** What a link may lead to: a page, here or elsewhere; empty for anything else that a template made up. */
    public static String safe(String url) {
        boolean here = url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/\\");
        return here || url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }
}
