package dev.slipway.gitops.impact.meaning;

import dev.slipway.gitops.impact.fields.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of configuration that containers read. */
public sealed interface ConfigurationMeaning extends Meaning {

    /**
     * A key of a ConfigMap; its values are null where it is not there, and hidden already where they look secret.
     *
     * @param read whether a workload of this revision reads it
     */
    record Entry(
            String key, @Nullable String before, @Nullable String after, boolean severalLines, boolean read)
            implements ConfigurationMeaning {
        @Override
        public Severity severity() {
            if (after == null) {
                return Severity.RISKY;
            }
            return before == null && !read ? Severity.PLAIN : Severity.NOTABLE;
        }

        @Override
        public String words() {
            if (before == null) {
                return "New key " + key + (severalLines ? "" : ": " + Words.brief(after));
            }
            if (after == null) {
                return "Key " + key + " removed" + (severalLines ? "" : " (was " + Words.brief(before) + ")");
            }
            return severalLines || before.equals(after)
                    ? "Key " + key + " changed"
                    : "Key " + key + ": " + Words.change(before, after);
        }
    }

    /**
     * A key of a Secret; its value is nobody's business here.
     *
     * @param read whether a workload of this revision reads it
     */
    record SecretEntry(String key, Turn turn, boolean read) implements ConfigurationMeaning {
        @Override
        public Severity severity() {
            return switch (turn) {
                case ADDED -> read ? Severity.NOTABLE : Severity.PLAIN;
                case CHANGED -> Severity.NOTABLE;
                case REMOVED -> Severity.RISKY;
            };
        }

        @Override
        public String words() {
            return "Secret key " + key + " " + turn.word();
        }
    }

    /**
     * A Secret, or a key of one, that is fetched from another place than before.
     *
     * @param what for example {@code Key tls.key of Secret "tls"}
     * @param field that says where it comes from, for example {@code property}
     */
    record External(
            String what,
            String field,
            @Nullable String before,
            @Nullable String after) implements ConfigurationMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return what + " comes from elsewhere: " + field + " " + Words.change(before, after);
        }
    }

    /** Pods that refer to a key that is gone do not start. */
    record KeyMissed(String source, String key, List<String> workloads) implements ConfigurationMeaning {

        public KeyMissed {
            workloads = List.copyOf(workloads);
        }

        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return String.join(", ", workloads) + " still needs key " + key + " of " + source
                    + ": new pods do not start";
        }
    }

    /** More than the API server takes. */
    record TooLarge(String source, long bytes) implements ConfigurationMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "The sync will fail: " + source + " holds " + bytes / 1024
                    + " KiB, and the API server takes 1024 at most";
        }
    }

    /** Running pods keep the old values. */
    record NotNoticed(String source, List<String> workloads, Reading reading) implements ConfigurationMeaning {

        public NotNoticed {
            workloads = List.copyOf(workloads);
        }

        @Override
        public Severity severity() {
            return reading == Reading.FILES ? Severity.NOTABLE : Severity.RISKY;
        }

        @Override
        public String words() {
            String who = String.join(", ", workloads);
            return switch (reading) {
                case VARIABLES ->
                    who + " reads " + source
                            + " as variables and is not restarted by this: running pods keep the old values";
                case SINGLE_FILE ->
                    who + " mounts single files of " + source
                            + " (subPath) and is not restarted by this: running pods keep the old files";
                case FILES ->
                    who + " mounts " + source
                            + " and is not restarted by this: running pods see the new files after about a minute, if they look";
            };
        }
    }

    /** How a container reads configuration: Kubernetes updates mounted files, but neither variables nor subPath mounts. */
    enum Reading {
        VARIABLES,
        SINGLE_FILE,
        FILES
    }
}
