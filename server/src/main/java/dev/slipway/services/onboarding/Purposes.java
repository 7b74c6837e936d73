package dev.slipway.services.onboarding;

import dev.slipway.builds.BuildForecasts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of each proposed file what it is for. */
final class Purposes {

    private static final Map<String, String> BY_ENDING = new LinkedHashMap<>();

    static {
        BY_ENDING.put("base/deployment.yaml", "what runs: port, probes, variables, security context");
        BY_ENDING.put("base/service.yaml", "the name that requests are sent to inside the cluster");
        BY_ENDING.put("base/kustomization.yaml", "puts the base together");
        BY_ENDING.put("deploy/dependencies.yaml", "what the service calls, per environment; empty for now");
        BY_ENDING.put("/environment.yaml", "variables of this environment alone; `slipway config` changes them");
        BY_ENDING.put("/resources.yaml", "how much memory and processor it gets here");
        BY_ENDING.put("/kustomization.yaml", "the base as it runs here, with its replicas");
        BY_ENDING.put("/autoscaler.yaml", "between how many replicas production runs");
        BY_ENDING.put("/disruptionbudget.yaml", "keeps one replica while machines are replaced");
        BY_ENDING.put(
                "catalog-info.yaml", "the catalog entry: owner, what it is, which path must answer after a deployment");
        BY_ENDING.put("CODEOWNERS", "who is asked for reviews");
        BY_ENDING.put(BuildForecasts.ELSEWHERE, "says that another CI builds it");
    }

    private Purposes() {}

    static String of(String path) {
        return BY_ENDING.entrySet().stream()
                .filter(each -> path.endsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
