package dev.slipway.gitops.validation.podsecurity;

import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.rule.Rule;
import java.util.List;

/**
 * One control of the Pod Security Standards.
 *
 * @param since the first version of the standards that has it, as a minor version of Kubernetes 1
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">the standards</a>
 */
record Control(Rule rule, Level level, int since, Holds holds) {

    /** What of the pods a control forbids. */
    interface Holds {
        List<Breach> breaches(Workload workload);
    }

    /**
     * What is forbidden.
     *
     * @param what with the value quoted
     * @param expected what is permitted
     */
    record Breach(String pointer, String what, String expected) {}
}
