package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.ObjectKey;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Deployment controller: pods of the newest template replace older ones, never fewer ready than the strategy allows. */
final class Deployments {

    private final Pods pods;
    private final Quotas quotas;
    private final TemplateHashes hashes = new TemplateHashes();
    private final Map<ObjectKey, Progress> progress = new HashMap<>();
    private final Map<ObjectKey, String> refusals = new HashMap<>();

    /** When the rollout of a template last got further. */
    private record Progress(String hash, long available, Instant at) {}

    Deployments(Pods pods, Quotas quotas) {
        this.pods = pods;
        this.quotas = quotas;
    }

    void control(LiveObject deployment, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        Manifest template = deployment.manifest().at("spec", "template");
        if (!PodTemplates.unsupported(template).isEmpty()) {
            return;
        }
        State state = state(deployment, objects, restartedAt, now);
        track(deployment.key(), state, now);
        create(deployment, template, state, objects, now);
        removeOld(state, now);
        removeExcess(state, now);
    }

    private void create(LiveObject deployment, Manifest template, State state, LiveObjects objects, Instant now) {
        refusals.remove(deployment.key());
        int room = state.rollout.recreate() && !state.old.isEmpty()
                ? 0
                : state.rollout.replicas() + state.rollout.surge() - state.current.size() - state.old.size();
        int missing = Math.min(state.rollout.replicas() - state.current.size(), room);
        for (int i = 0; i < missing; i++) {
            Optional<String> refusal = quotas.refusal(deployment, template, objects);
            if (refusal.isPresent()) {
                refusals.put(deployment.key(), refusal.get());
                return;
            }
            pods.create(PodTemplates.pod(deployment, template, state.hash, now));
        }
    }

    /** First what is not available anyway, then as many as the available ones allow. */
    private static void removeOld(State state, Instant now) {
        int least = state.rollout.recreate() ? 0 : state.rollout.replicas() - state.rollout.unavailable();
        long newUnavailable = state.current.size() - state.availableCurrent();
        long most = state.current.size() + state.old.size() - least - newUnavailable;
        List<Pod> unavailable = state.old.stream()
                .filter(pod -> !state.available(pod))
                .limit(Math.max(0, most))
                .toList();
        unavailable.forEach(pod -> pod.terminate(now));
        long spare = state.availableCurrent() + state.availableOld() - least;
        state.old.stream()
                .filter(state::available)
                .limit(Math.max(0, Math.min(spare, most - unavailable.size())))
                .forEach(pod -> pod.terminate(now));
    }

    private static void removeExcess(State state, Instant now) {
        state.current.stream()
                .sorted(Comparator.comparing(Pod::ready)
                        .thenComparing(pod -> pod.row().createdAt(), Comparator.reverseOrder()))
                .limit(Math.max(0, state.current.size() - state.rollout.replicas()))
                .forEach(pod -> pod.terminate(now));
    }

    private void track(ObjectKey key, State state, Instant now) {
        Progress before = progress.get(key);
        boolean further = before == null
                || !before.hash().equals(state.hash)
                || state.availableCurrent() > before.available()
                || state.availableCurrent() >= state.rollout.replicas();
        progress.put(
                key, new Progress(state.hash, state.availableCurrent(), further || before == null ? now : before.at()));
    }

    /** As Argo CD judges a Deployment; a crash loop and what cannot start are told at once. */
    Verdict health(LiveObject deployment, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        List<String> unsupported =
                PodTemplates.unsupported(deployment.manifest().at("spec", "template"));
        if (!unsupported.isEmpty()) {
            return Verdict.degraded(String.join("; ", unsupported));
        }
        State state = state(deployment, objects, restartedAt, now);
        Optional<Pod> degraded = state.current.stream().filter(Pod::degraded).findFirst();
        if (degraded.isPresent()) {
            return Verdict.degraded(
                    degraded.get().row().name() + ": " + degraded.get().message());
        }
        String refusal = refusals.get(deployment.key());
        if (refusal != null) {
            return state.ending ? Verdict.progressing(refusal) : Verdict.degraded(refusal);
        }
        Verdict verdict = rollout(state);
        return verdict.health() == dev.slipway.delivery.Health.PROGRESSING && late(deployment.key(), state, now)
                ? Verdict.degraded("No progress for " + state.rollout.deadlineSeconds() + " s: " + verdict.message())
                : verdict;
    }

    /** Whether Kubernetes would give up on it: its progress deadline is over, or it can never run. */
    boolean failed(LiveObject deployment, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        if (!PodTemplates.unsupported(deployment.manifest().at("spec", "template"))
                .isEmpty()) {
            return true;
        }
        State state = state(deployment, objects, restartedAt, now);
        return rollout(state).health() != dev.slipway.delivery.Health.HEALTHY && late(deployment.key(), state, now);
    }

    private boolean late(ObjectKey key, State state, Instant now) {
        Progress last = progress.get(key);
        return last != null
                && last.hash().equals(state.hash)
                && last.at().plusSeconds(state.rollout.deadlineSeconds()).isBefore(now);
    }

    private static Verdict rollout(State state) {
        int replicas = state.rollout.replicas();
        if (state.current.size() < replicas) {
            return Verdict.progressing(state.current.size() + " of " + replicas + " new pods exist");
        }
        if (!state.old.isEmpty()) {
            return Verdict.progressing(old(state.old.size()) + " still to be replaced" + state.why());
        }
        if (state.availableCurrent() < replicas) {
            return Verdict.progressing(
                    state.availableCurrent() + " of " + replicas + " pods are available" + state.why());
        }
        return Verdict.healthy();
    }

    private static String old(int pods) {
        return pods == 1 ? "1 old pod is" : pods + " old pods are";
    }

    private State state(LiveObject deployment, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        String hash = hashes.of(deployment.manifest().at("spec", "template"), restartedAt);
        List<Pod> all = pods.ownedBy(deployment.cluster(), deployment.namespace(), "Deployment", deployment.name());
        List<Pod> alive = all.stream().filter(pod -> !pod.terminating()).toList();
        return new State(
                Rollout.of(deployment, Autoscalers.replicas(deployment, objects)),
                hash,
                alive.stream()
                        .filter(pod -> pod.row().templateHash().equals(hash))
                        .toList(),
                alive.stream()
                        .filter(pod -> !pod.row().templateHash().equals(hash))
                        .toList(),
                alive.size() < all.size(),
                now);
    }

    /**
     * A Deployment's pods.
     *
     * @param current of the newest template
     * @param old of earlier ones
     * @param ending whether others are still ending
     */
    private record State(Rollout rollout, String hash, List<Pod> current, List<Pod> old, boolean ending, Instant now) {

        boolean available(Pod pod) {
            return pod.available(now, rollout.minReadySeconds());
        }

        long availableCurrent() {
            return current.stream().filter(this::available).count();
        }

        long availableOld() {
            return old.stream().filter(this::available).count();
        }

        String why() {
            return current.stream()
                    .map(Pod::message)
                    .filter(message -> !message.isEmpty())
                    .findFirst()
                    .map(message -> ": " + message)
                    .orElse("");
        }
    }
}
