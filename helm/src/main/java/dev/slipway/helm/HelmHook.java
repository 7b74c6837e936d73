package dev.slipway.helm;

import java.util.List;

/**
 * An object that Helm creates beside the release, at certain moments.
 *
 * @param events when: {@code pre-install}, {@code post-upgrade}, {@code test} …
 * @param weight hooks of one event run in the order of their weights, smallest first
 * @param deletePolicies when it is deleted: {@code before-hook-creation}, {@code hook-succeeded}, {@code hook-failed}
 */
public record HelmHook(HelmObject object, List<String> events, int weight, List<String> deletePolicies) {

    public HelmHook {
        events = List.copyOf(events);
        deletePolicies = List.copyOf(deletePolicies);
    }

    /** Whether it only runs on {@code helm test}. */
    public boolean isTest() {
        return events.stream().allMatch(event -> event.equals("test") || event.startsWith("test-"));
    }
}
