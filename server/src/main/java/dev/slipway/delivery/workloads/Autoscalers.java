package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;

/** How many replicas a Deployment has where an autoscaler decides: load is not measured here, so as few as it allows. */
final class Autoscalers {

    private Autoscalers() {}

    /** Kubernetes' rule: none declared means that autoscaling is off; what is declared otherwise is kept within its bounds. */
    static int replicas(LiveObject deployment, LiveObjects objects) {
        int declared = Math.max(0, deployment.manifest().at("spec").number(1, "replicas"));
        if (declared == 0) {
            return 0;
        }
        return objects.in(deployment.cluster(), deployment.namespace(), "HorizontalPodAutoscaler").stream()
                .map(autoscaler -> autoscaler.manifest().at("spec"))
                .filter(spec -> targets(spec.at("scaleTargetRef"), deployment))
                .findFirst()
                .map(spec -> within(spec, declared))
                .orElse(declared);
    }

    private static boolean targets(Manifest reference, LiveObject deployment) {
        return reference.text("kind").filter("Deployment"::equals).isPresent()
                && reference.text("name").filter(deployment.name()::equals).isPresent();
    }

    private static int within(Manifest spec, int declared) {
        int least = Math.max(1, spec.number(1, "minReplicas"));
        int most = Math.max(least, spec.number(least, "maxReplicas"));
        return Math.clamp(declared, least, most);
    }
}
