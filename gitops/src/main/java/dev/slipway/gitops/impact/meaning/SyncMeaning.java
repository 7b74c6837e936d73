package dev.slipway.gitops.impact.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sync makes of a change to an object that is live: Argo CD may leave it, and the API server refuse it. */
public sealed interface SyncMeaning extends Meaning {

    /**
     * The API server refuses to change these fields of an object that exists.
     *
     * @param rule in words, with what to do
     */
    record Immutable(String object, List<String> fields, String rule) implements SyncMeaning {

        public Immutable {
            fields = List.copyOf(fields);
        }

        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "The sync will fail: " + String.join(", ", fields) + " of an existing " + object
                    + " cannot be changed. " + rule;
        }
    }

    /**
     * A definition of custom resources serves a version no more.
     *
     * @param removed whether the version is not even known any more
     */
    record VersionGone(String object, String version, boolean removed) implements SyncMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return object + " serves " + version + " no more: clients, and manifests in Git, that use it are refused"
                    + (removed
                            ? ". The sync will fail as long as objects are stored as " + version
                                    + " (status.storedVersions); migrate them first"
                            : "");
        }
    }

    /** It is deleted and made anew, as its annotation asks for. */
    record Recreated(String object, List<String> fields) implements SyncMeaning {

        public Recreated {
            fields = List.copyOf(fields);
        }

        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return object + " is deleted and made anew, to change " + String.join(", ", fields);
        }
    }

    /** What is live stays, whatever Git says: {@code ignoreDifferences} of its Application. */
    record LeftAsItIs(
            String path, @Nullable String before, @Nullable String after) implements SyncMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return path + " in Git: " + Words.change(before, after)
                    + "; Argo CD leaves what is live (ignoreDifferences and RespectIgnoreDifferences=true)";
        }
    }

    /**
     * Some of what changes may stay as it is live.
     *
     * @param rules of {@code ignoreDifferences} that nobody but Argo CD can follow, in words
     */
    record PerhapsLeftAsItIs(List<String> rules) implements SyncMeaning {

        public PerhapsLeftAsItIs {
            rules = List.copyOf(rules);
        }

        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Argo CD may leave some of this as it is live: it ignores " + String.join(", ", rules)
                    + ", and which fields these are is not known here (ignoreDifferences)";
        }
    }

    /**
     * It becomes a hook of Argo CD, or is none any more.
     *
     * @param policy when it is deleted
     * @param runs whether its pods are meant to stay
     */
    record Hook(String object, boolean hook, String policy, boolean runs) implements SyncMeaning {
        @Override
        public Severity severity() {
            return hook && runs ? Severity.BREAKS : Severity.NOTABLE;
        }

        @Override
        public String words() {
            if (!hook) {
                return object + " is no hook any more: it is synced like other objects, and stays";
            }
            return object + " becomes a hook: "
                    + (policy.contains("BeforeHookCreation")
                            ? "it is deleted and made anew at each sync"
                            : "it is deleted at each sync (" + policy + ")")
                    + (runs ? ", and its pods with it" : "");
        }
    }

    /** The same amount in other letters. */
    record WrittenOtherwise(String path, String before, String after) implements SyncMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return path + ": " + Words.change(before, after) + ", the same amount written otherwise";
        }
    }
}
