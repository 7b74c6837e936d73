package dev.slipway.changes.write;

import dev.slipway.kernel.ChangeId;
import java.util.Optional;

/** The branch on which a change is proposed. Hosts take no pushes of people to it, so what is at its tip is Slipway's. */
final class ProposalBranch {

    private static final String PREFIX = "slipway/change/";
    private static final String REF = "refs/heads/" + PREFIX;

    private ProposalBranch() {}

    static String of(ChangeId change) {
        return PREFIX + change;
    }

    /** The change that a ref proposes; empty for other refs. */
    static Optional<ChangeId> change(String ref) {
        try {
            return ref.startsWith(REF) ? Optional.of(ChangeId.parse(ref.substring(REF.length()))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
