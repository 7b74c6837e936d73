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

    static Verdict health(LiveObject autoscaler, LiveObjects objects) {
        Manifest spec = autoscaler.manifest().at("spec");
        return objects.in(autoscaler.cluster(), autoscaler.namespace(), "Deployment").stream()
                .filter(deployment -> targets(spec.at("scaleTargetRef"), deployment))
                .findFirst()
                .map(deployment -> Verdict.healthy(shown(spec, deployment, objects)))
                .orElseGet(() -> Verdict.degraded("scaleTargetRef names the "
                        + spec.text("scaleTargetRef", "kind").orElse("object") + " \""
                        + spec.text("scaleTargetRef", "name").orElse("") + "\", which is no Deployment here"));
    }

    private static String shown(Manifest spec, LiveObject deployment, LiveObjects objects) {
        int replicas = replicas(deployment, objects);
        return replicas == 0
                ? "off, because the Deployment says 0 replicas"
                : replicas
                        + " replicas: the local cluster measures no load and keeps the Deployment's own number between "
                        + least(spec) + " and " + most(spec);
    }

    private static boolean targets(Manifest reference, LiveObject deployment) {
        return reference.text("kind").filter("Deployment"::equals).isPresent()
                && reference.text("name").filter(deployment.name()::equals).isPresent();
    }

    private static int within(Manifest spec, int declared) {
        return Math.clamp(declared, least(spec), most(spec));
    }

    private static int least(Manifest spec) {
        return Math.max(1, spec.number(1, "minReplicas"));
    }

    private static int most(Manifest spec) {
        return Math.max(least(spec), spec.number(least(spec), "maxReplicas"));
    }
}
