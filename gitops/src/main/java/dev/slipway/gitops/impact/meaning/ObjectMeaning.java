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
