package dev.slipway.gitops.impact.meaning;

import dev.slipway.gitops.impact.fields.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of what runs pods. */
public sealed interface WorkloadMeaning extends Meaning {

    /**
     * How many pods.
     *
     * @param autoscaler which decides it as well; null for none
     */
    record Replicas(
            @Nullable String before,
            @Nullable String after,
            @Nullable String autoscaler) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            if ("0".equals(after)) {
                return Severity.BREAKS;
            }
            return "1".equals(after) || (after == null && before != null) || (after != null && autoscaler != null)
                    ? Severity.RISKY
                    : Severity.NOTABLE;
        }

        @Override
        public String words() {
            String change = "Replicas: " + Words.change(before, after);
            if ("0".equals(after)) {
                return change + "; nothing runs any more";
            }
            if (autoscaler != null && after != null) {
                return change + "; HorizontalPodAutoscaler \"" + autoscaler
                        + "\" decides it too, and each sync undoes what it decided";
            }
            if ("1".equals(after)) {
                return change + "; nothing answers while the one pod is replaced";
            }
            return after == null && before != null ? change + "; as many as an autoscaler says, else one" : change;
        }
    }

    /**
     * Its pods are replaced by new ones.
     *
     * @param why for example that it reads another ConfigMap
     */
    record Rolls(String why) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Pods are replaced: " + why;
        }
    }

    /** New pods would be other ones, and none is made for the time being. */
    record RollsNothing(String until) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "No pod takes over what changes " + until;
        }
    }

    /** Whether it brings its pods up to date. */
    record Paused(boolean paused) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return paused ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return paused
                    ? "Paused: pods keep their old form whatever changes"
                    : "Not paused any more: what has changed in the meantime rolls out";
        }
    }

    /** The template's labels are not those that the selector asks for; the API refuses that. */
    record SelectsNotItsOwn(String object) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "The sync will fail: the selector of " + object + " does not match the labels of its own pods";
        }
    }

    /** Pods that nothing looks after. */
    record OrphansPods(String object) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "The pods of " + object
                    + " that run now are orphaned where the selector can be changed: they go on without anybody to replace them";
        }
    }

    /**
     * How pods are replaced.
     *
     * @param after for example {@code Recreate}
     */
    record Strategy(@Nullable String before, @Nullable String after) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return interrupts() ? Severity.RISKY : Severity.NOTABLE;
        }

        private boolean interrupts() {
            return "Recreate".equals(after) || "OnDelete".equals(after);
        }

        @Override
        public String words() {
            String change = "Strategy of updates: " + Words.change(before, after);
            if ("Recreate".equals(after)) {
                return change + "; all pods are stopped before the first new one starts";
            }
            return "OnDelete".equals(after)
                    ? change + "; pods keep their old form until somebody deletes them"
                    : change;
        }
    }

    /** How many pods may be missing or too many during an update. */
    record RollingBounds(
            String field, @Nullable String before, @Nullable String after) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "While updating, " + field + ": " + Words.change(before, after);
        }
    }

    /** Who it is towards the cluster. */
    record ServiceAccount(@Nullable String before, @Nullable String after) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Service account: " + Words.change(before, after) + "; it may do what that one may";
        }
    }

    /**
     * Where its pods may run.
     *
     * @param field for example {@code nodeSelector}
     */
    record Scheduling(String field) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Where pods may run changes: " + field;
        }
    }

    /** How long a pod has to end. */
    record GracePeriod(@Nullable String before, @Nullable String after) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Seconds to end in: " + Words.change(before, after);
        }
    }

    /** A volume of its pods. */
    record Volume(String name, Turn turn) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Volume " + name + " " + turn.word();
        }
    }

    /** When it runs. */
    record Schedule(@Nullable String before, @Nullable String after) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Schedule: " + Words.change(before, after);
        }
    }

    /** Whether it runs at all. */
    record Suspended(boolean suspended) implements WorkloadMeaning {
        @Override
        public Severity severity() {
            return suspended ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return suspended ? "Suspended: it is not run any more" : "Not suspended any more: it is run";
        }
    }

    /**
     * Labels of its pods.
     *
     * @param keys which
     */
    record PodLabels(List<String> keys) implements WorkloadMeaning {

        public PodLabels {
            keys = List.copyOf(keys);
        }

        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Labels of pods changed: " + String.join(", ", keys);
        }
    }
}
