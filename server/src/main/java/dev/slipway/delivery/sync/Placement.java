package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.LiveObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When an object is applied, by Argo CD's annotations, or by Helm's where there are none of Argo CD's.
 *
 * @param hook whether it runs with each sync rather than belonging to the application
 * @param phases when it runs as a hook; none for a hook of an event that there is not, such as a Helm test
 * @param unknown phases that are not understood
 * @param wave within its phase, smallest first
 */
record Placement(boolean hook, Set<Phase> phases, List<String> unknown, int wave) {

    private static final String HOOK = "argocd.argoproj.io/hook";
    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String HELM_HOOK = "helm.sh/hook";
    private static final String HELM_WEIGHT = "helm.sh/hook-weight";
    private static final String SKIP = "Skip";
    private static final String HELM_DEFINITION = "crd-install";
    private static final Map<String, Phase> HELM = Map.of(
            "pre-install", Phase.PRE_SYNC,
            "pre-upgrade", Phase.PRE_SYNC,
            "post-install", Phase.POST_SYNC,
            "post-upgrade", Phase.POST_SYNC);

    static Placement of(LiveObject object) {
        List<String> argo = words(object.annotation(HOOK));
        List<String> helm = words(object.annotation(HELM_HOOK));
        String weight = object.annotation(HELM_WEIGHT);
        int wave = number(object.annotation(WAVE), number(weight, 0));
        if (!argo.isEmpty()) {
            return argo(argo, wave);
        }
        boolean hook = !helm.isEmpty() && !helm.contains(HELM_DEFINITION);
        return new Placement(hook, helmPhases(helm), List.of(), wave);
    }

    private static Placement argo(List<String> names, int wave) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        names.forEach(name -> Phase.of(name).ifPresent(phases::add));
        List<String> unknown = names.stream()
                .filter(name -> Phase.of(name).isEmpty() && !name.equals(SKIP))
                .toList();
        return new Placement(true, phases, unknown, wave);
    }

    private static Set<Phase> helmPhases(List<String> names) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        names.stream().filter(HELM::containsKey).forEach(name -> phases.add(HELM.getOrDefault(name, Phase.SYNC)));
        return phases;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int number(String text, int otherwise) {
        return text.matches("-?[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
