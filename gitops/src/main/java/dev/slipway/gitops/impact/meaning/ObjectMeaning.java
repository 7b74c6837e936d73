package dev.slipway.gitops.impact.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an object as a whole. */
public sealed interface ObjectMeaning extends Meaning {

    /** A new one. */
    record Added(String object) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "New " + object;
        }
    }

    /**
     * One that is gone.
     *
     * @param loss what is lost with it; null where nothing but the object is
     */
    record Removed(String object, @Nullable String loss, Severity severity) implements ObjectMeaning {
        @Override
        public String words() {
            return object + " removed" + (loss == null ? "" : ": " + loss);
        }
    }

    /**
     * Gone from Git and not from the cluster.
     *
     * @param why for example that the Application does not prune
     */
    record StaysLive(String object, String why) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return object + " is removed from Git and stays live: " + why;
        }
    }

    /** Its Application takes it along to another namespace, where it is made anew. */
    record MadeAnew(String before, String after) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Made anew in namespace " + after + " instead of " + before;
        }
    }

    /**
     * A claim is made anew at another place, and its data do not follow.
     *
     * @param stays why the one at the old place is not deleted; null where it is
     */
    record MadeAnewEmpty(
            String object,
            String before,
            String after,
            @Nullable String stays) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return stays == null ? Severity.BREAKS : Severity.RISKY;
        }

        @Override
        public String words() {
            return object + " is made anew, empty, in namespace " + after + "; the one in " + before
                    + (stays == null
                            ? " is deleted, and its data with it unless the volume is retained"
                            : " stays, and its data with it: " + stays);
        }
    }

    /**
     * It stands in another Application.
     *
     * @param pruned whether the first deletes what it does not hold any more
     */
    record ChangedHands(String object, String before, String after, boolean pruned) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return pruned ? Severity.RISKY : Severity.PLAIN;
        }

        @Override
        public String words() {
            return object + " goes from Application \"" + before + "\" to \"" + after + "\""
                    + (pruned ? "; pruned by the first before the second is synced, it is gone for a while" : "");
        }
    }

    /**
     * The API server refuses to change these fields of an object that exists.
     *
     * @param rule in words, with what to do
     */
    record Immutable(String object, List<String> fields, String rule) implements ObjectMeaning {

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
    record VersionGone(String object, String version, boolean removed) implements ObjectMeaning {
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
    record Recreated(String object, List<String> fields) implements ObjectMeaning {

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

    /** The same object by another version of its API. */
    record ApiVersionChanged(String before, String after) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "API version: " + before + " → " + after;
        }
    }

    /** What is live stays, whatever Git says: {@code ignoreDifferences} of its Application. */
    record LeftAsItIs(
            String path, @Nullable String before, @Nullable String after) implements ObjectMeaning {
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
    record PerhapsLeftAsItIs(List<String> rules) implements ObjectMeaning {

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
    record Hook(String object, boolean hook, String policy, boolean runs) implements ObjectMeaning {
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
    record WrittenOtherwise(String path, String before, String after) implements ObjectMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return path + ": " + Words.change(before, after) + ", the same amount written otherwise";
        }
    }

    /**
     * A field that says how a kind of object behaves.
     *
     * @param field in words
     * @param consequence what follows; null where the values say it
     */
    record Setting(
            String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String consequence,
            Severity severity)
            implements ObjectMeaning {

        public static Setting notable(
                String field, @Nullable String before, @Nullable String after, @Nullable String consequence) {
            return new Setting(field, before, after, consequence, Severity.NOTABLE);
        }

        public static Setting risky(
                String field, @Nullable String before, @Nullable String after, @Nullable String consequence) {
            return new Setting(field, before, after, consequence, Severity.RISKY);
        }

        @Override
        public String words() {
            return field + ": " + Words.change(before, after) + (consequence == null ? "" : "; " + consequence);
        }
    }

    /** Fields of which nothing else is known. */
    record OtherFields(List<String> paths) implements ObjectMeaning {

        private static final int NAMED = 3;

        public OtherFields {
            paths = List.copyOf(paths);
        }

        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            String named = String.join(", ", paths.stream().limit(NAMED).toList());
            return "Changes " + named + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more fields" : "");
        }
    }
}
