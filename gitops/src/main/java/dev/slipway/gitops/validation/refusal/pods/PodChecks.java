package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that is checked of pods.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodSpec</a>
 */
public final class PodChecks implements ObjectCheck {

    private static final List<PodCheck> CHECKS = List.of(
            new RestartPolicyCheck(),
            new ContainerCheck(),
            new PortCheck(),
            new EnvironmentCheck(),
            new VolumeCheck(),
            new ProbeCheck(),
            new ResourceCheck(),
            new SchedulingCheck());

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        Pods.of(object)
                .filter(pods -> !pods.spec().isEmpty())
                .ifPresent(pods -> CHECKS.forEach(each -> each.check(object, pods, found)));
    }
}
