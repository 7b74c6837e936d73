package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps of a sync: Argo CD's phases, and in each its waves. */
final class Steps {

    private final List<Step> steps = new ArrayList<>();
    private final List<Step> failing = new ArrayList<>();

    Steps(Comparison comparison) {
        add(Phase.PRE_SYNC, comparison.hooks(), steps);
        List<LiveObject> objects = new ArrayList<>(comparison.objects());
        comparison.hooks().stream().filter(hook -> runsIn(hook, Phase.SYNC)).forEach(objects::add);
        addWaves(Phase.SYNC, objects, steps);
        if (objects.isEmpty()) {
            steps.add(new Step(Phase.SYNC, 0, List.of()));
        }
        add(Phase.POST_SYNC, comparison.hooks(), steps);
        add(Phase.SYNC_FAIL, comparison.hooks(), failing);
    }

    private static void add(Phase phase, List<LiveObject> hooks, List<Step> to) {
        addWaves(phase, hooks.stream().filter(hook -> runsIn(hook, phase)).toList(), to);
    }

    private static boolean runsIn(LiveObject hook, Phase phase) {
        return Placement.of(hook).phases().contains(phase);
    }

    private static void addWaves(Phase phase, List<LiveObject> objects, List<Step> to) {
        TreeMap<Integer, List<LiveObject>> byWave = new TreeMap<>();
        objects.forEach(object -> byWave.computeIfAbsent(Placement.of(object).wave(), wave -> new ArrayList<>())
                .add(object));
        byWave.forEach((wave, all) -> to.add(new Step(phase, wave, List.copyOf(all))));
    }

    Step first() {
        return steps.getFirst();
    }

    /** Whether the sync is done as soon as everything is applied. */
    boolean single() {
        return steps.size() == 1;
    }

    Optional<Step> find(@Nullable String name) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(failing);
        return all.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    Optional<Step> after(Step step) {
        List<Step> all = step.phase() == Phase.SYNC_FAIL ? failing : steps;
        return all.stream().skip(all.indexOf(step) + 1L).findFirst();
    }

    /** What runs after a failure, first. */
    Optional<Step> failing() {
        return failing.stream().findFirst();
    }

    /** Whether everything that belongs to the application is applied with it. */
    boolean completes(Step step) {
        return step.phase() == Phase.SYNC
                && after(step).filter(next -> next.phase() == Phase.SYNC).isEmpty();
    }

    /** What has to be healthy before the next step: earlier waves of the application, too. */
    List<LiveObject> awaited(Step step) {
        List<LiveObject> all = new ArrayList<>();
        steps.stream()
                .filter(each -> each.phase() == Phase.SYNC && step.phase() == Phase.SYNC && each.wave() < step.wave())
                .forEach(each -> all.addAll(each.objects()));
        all.addAll(step.objects());
        return all;
    }
}
