package dev.slipway.gitops.impact.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of limits and protections: budgets, autoscalers, quotas, permissions. */
public sealed interface ProtectionMeaning extends Meaning {

    /**
     * A PodDisruptionBudget.
     *
     * @param blocks whether no pod may be missing any more, so that nodes cannot be drained
     */
    record DisruptionBudget(
            String field, @Nullable String before, @Nullable String after, boolean blocks)
            implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return blocks ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Disruption budget, " + field + ": " + Words.change(before, after)
                    + (blocks ? "; nodes with its pods cannot be drained" : "");
        }
    }

    /**
     * A budget, policy or monitor does not choose pods any more that are still there.
     *
     * @param workloads whose pods they are
     * @param none whether it chooses no pods at all any more
     */
    record NoLongerHolds(String guard, Bond bond, List<String> workloads, boolean none) implements ProtectionMeaning {

        public NoLongerHolds {
            workloads = List.copyOf(workloads);
        }

        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            String whose = String.join(", ", workloads);
            return none
                    ? guard + " " + bond.present + " no pods any more; it " + bond.past + " those of " + whose
                    : guard + " no longer " + bond.present + " the pods of " + whose;
        }
    }

    /** A disruption budget wants as many pods as there are. */
    record BlocksEviction(String budget, long wanted, long pods) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "PodDisruptionBudget \"" + budget + "\" wants " + wanted + " available of " + pods
                    + (pods == 1 ? " pod" : " pods") + ": none may be evicted, and nodes with them cannot be drained";
        }
    }

    /** An autoscaler's workload is not there. */
    record ScalesNothing(String autoscaler, String target) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return autoscaler + " scales nothing: there is no " + target + " in its namespace";
        }
    }

    /** What an object does for the pods that it chooses by their labels. */
    enum Bond {
        GUARDS("guards", "guarded"),
        HOLDS("holds for", "held for"),
        WATCHES("watches", "watched");

        private final String present;
        private final String past;

        Bond(String present, String past) {
            this.present = present;
            this.past = past;
        }
    }

    /**
     * A field of a HorizontalPodAutoscaler, or of KEDA's ScaledObject.
     *
     * @param lower whether it is a bound, and a lower one
     */
    record AutoscalerField(
            String field, @Nullable String before, @Nullable String after, boolean lower) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return lower ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Autoscaler, " + field + ": " + Words.change(before, after);
        }
    }

    /** What an autoscaler looks at. */
    record AutoscalerMetrics() implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "The autoscaler's metrics or behaviour change";
        }
    }

    /** A limit of a namespace. */
    record Quota(
            String field, @Nullable String before, @Nullable String after) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Quota of the namespace, " + field + ": " + Words.change(before, after);
        }
    }

    /** The Pod Security level that a namespace enforces, warns of or audits. */
    record PodSecurity(
            String mode, @Nullable String before, @Nullable String after) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return mode.equals("enforce") ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Pod Security of the namespace, " + mode + ": " + Words.change(before, after);
        }
    }

    /**
     * What an account may do.
     *
     * @param everything whether a rule says {@code *}
     */
    record Permissions(String object, boolean everything) implements ProtectionMeaning {
        @Override
        public Severity severity() {
            return everything ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Permissions of " + object + " change" + (everything ? ", and hold \"*\"" : "");
        }
    }
}
