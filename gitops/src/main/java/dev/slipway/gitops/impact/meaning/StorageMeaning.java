package dev.slipway.gitops.impact.meaning;

/** What becomes of stored data. */
public sealed interface StorageMeaning extends Meaning {

    /**
     * A StatefulSet gets fewer pods, and the claims of the others go with them.
     *
     * @param pods how many pods fewer
     */
    record ClaimsDeleted(String object, long pods) implements StorageMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "The claims of " + pods + (pods == 1 ? " pod" : " pods") + " of " + object
                    + " are deleted, and their data unless the volumes are retained: it says whenScaled: Delete";
        }
    }

    /**
     * What becomes of a StatefulSet's claims from now on.
     *
     * @param scaled whether they are deleted when it gets fewer pods
     * @param deleted whether they are deleted with it
     */
    record ClaimRetention(boolean scaled, boolean deleted) implements StorageMeaning {
        @Override
        public Severity severity() {
            return scaled || deleted ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            if (!scaled && !deleted) {
                return "Claims and their data are kept when it is scaled down or deleted";
            }
            String when = scaled && deleted ? "scaled down or deleted" : scaled ? "scaled down" : "deleted";
            return "Claims and their data are deleted from now on when it is " + when;
        }
    }
}
