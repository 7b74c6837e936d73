package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.Manifest;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a Deployment is updated (Kubernetes' defaults: a quarter more, a quarter less, ten minutes).
 *
 * @param surge pods beyond the replicas
 * @param unavailable pods that may lack
 * @param recreate whether all old ones end before a new one starts
 */
record Rollout(int replicas, int surge, int unavailable, int minReadySeconds, int deadlineSeconds, boolean recreate) {

    /** @param replicas how many there are to be, see {@link Autoscalers} */
    static Rollout of(LiveObject deployment, int replicas) {
        Manifest spec = deployment.manifest().at("spec");
        Manifest rolling = spec.at("strategy", "rollingUpdate");
        int surge = share(rolling.text("maxSurge").orElse("25%"), replicas, RoundingMode.CEILING);
        int unavailable = share(rolling.text("maxUnavailable").orElse("25%"), replicas, RoundingMode.FLOOR);
        return new Rollout(
                replicas,
                surge,
                surge == 0 && unavailable == 0 ? 1 : unavailable,
                spec.number(0, "minReadySeconds"),
                spec.number(600, "progressDeadlineSeconds"),
                spec.text("strategy", "type").filter("Recreate"::equals).isPresent());
    }

    /** @param text a number, or a percentage of the replicas */
    static int share(String text, int replicas, RoundingMode rounding) {
        if (text.matches("[0-9]{1,3}%")) {
            return new BigDecimal(text.substring(0, text.length() - 1))
                    .multiply(BigDecimal.valueOf(replicas))
                    .divide(BigDecimal.valueOf(100), 0, rounding)
                    .intValueExact();
        }
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
