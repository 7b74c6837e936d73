package dev.slipway.gitops.impact.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an Application as a whole. */
public sealed interface ApplicationMeaning extends Meaning {

    /**
     * A new one.
     *
     * @param objects how many, by kind: {@code 1 Deployment, 2 Services}
     */
    record Added(String objects, boolean automatic) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "New Application with " + objects
                    + (automatic ? "" : "; nothing is started before it is synced by hand or gets its first Release");
        }
    }

    /** One that is gone from Git. */
    record Removed(String objects, Fate fate) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return fate == Fate.DELETED ? Severity.BREAKS : Severity.RISKY;
        }

        @Override
        public String words() {
            return "Application removed, with " + objects + ": " + fate.words;
        }
    }

    /**
     * One that is gone from Git, deletes nothing, and whose objects others have: it got another name, or was split.
     *
     * @param objects which the others have
     * @param left which nobody has
     */
    record HandedOver(String objects, List<String> takers, String left) implements ApplicationMeaning {

        public HandedOver {
            takers = List.copyOf(takers);
        }

        @Override
        public Severity severity() {
            return isAll() ? Severity.NOTABLE : Severity.RISKY;
        }

        private boolean isAll() {
            return left.equals("no objects");
        }

        @Override
        public String words() {
            return "Application removed: what it made (" + objects + ") goes on, and \"" + String.join("\", \"", takers)
                    + (takers.size() == 1 ? "\" looks" : "\" look")
                    + " after it from now on; nothing is deleted (it carries no finalizer)"
                    + (isAll() ? "" : ", and nobody looks after the rest any more (" + left + ")");
        }
    }

    /** What becomes of the objects of an Application that is gone from Git. */
    enum Fate {
        DELETED("all of it is deleted (it carries Argo CD's finalizer)"),
        LEFT("what runs goes on, and nobody looks after it any more (it carries no finalizer)"),
        STAYS("the Application stays as it is, because what holds it does not prune"),
        KEPT("the Application stays as it is, because its ApplicationSet deletes none (applicationsSync)");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /** Argo CD deploys anew at the new place, and watches the old one no more: its user guide, on {@code spec.destination}. */
    record Moved(String before, String after) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "Goes to " + after + " instead of " + before
                    + "; what runs at the old place is not moved, and another cluster's is not deleted";
        }
    }

    /** It belongs to another environment than before, although it goes to the same place. */
    record Reassigned(@Nullable String before, @Nullable String after) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Belongs to another environment: " + Words.change(before, after);
        }
    }

    /** Its source: repository, revision, path, chart. */
    record SourceChanged(
            String field, @Nullable String before, @Nullable String after) implements ApplicationMeaning {
        /** What it comes to is told of the objects. */
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            boolean alike = before == null ? after == null : before.equals(after);
            return alike ? "Source, " + field + " changed" : "Source, " + field + ": " + Words.change(before, after);
        }
    }

    /** How it is synced. */
    record SyncPolicyChanged(Policy policy, boolean on) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return policy == Policy.PRUNE || !on ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return on ? policy.on : policy.off;
        }
    }

    /** The parts of {@code spec.syncPolicy.automated}. */
    enum Policy {
        AUTOMATED(
                "Syncs by itself from now on: what is in Git runs at once",
                "Does not sync by itself any more: what is merged later waits for somebody"),
        PRUNE("Prunes from now on: what runs and is not in Git is deleted", "What is removed from Git stays live"),
        SELF_HEAL("What is changed by hand is put back", "What is changed by hand stays");

        private final String on;
        private final String off;

        Policy(String on, String off) {
            this.on = on;
            this.off = off;
        }
    }

    /** Another AppProject decides what it may do. */
    record ProjectChanged(String before, String after) implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "AppProject: " + Words.change(before, after);
        }
    }

    /** Its ApplicationSet has made it and changes it no more. */
    record StaysAsMade() implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "The live Application stays as it was made: its ApplicationSet changes none (applicationsSync)";
        }
    }

    /** What its Application would have to read otherwise, while that stays as it was made. */
    record MayNotArrive() implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Arrives only as far as it stands in the files: the live Application, whose source changes too,"
                    + " stays as it was made (applicationsSync of its ApplicationSet)";
        }
    }

    /** It does not sync by itself. */
    record WaitsForSync() implements ApplicationMeaning {
        @Override
        public Severity severity() {
            return Severity.PLAIN;
        }

        @Override
        public String words() {
            return "Takes effect when the Application is synced: it does not sync by itself";
        }
    }
}
