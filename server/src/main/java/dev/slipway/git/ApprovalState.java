package dev.slipway.git;

import dev.slipway.kernel.Problem;
import java.util.List;

/**
 * Whose approval a pull request needs and has.
 *
 * @param rule what the protection of its target asks for
 * @param approvedBy accounts whose approval counts
 * @param staleBy accounts that approved an older head, which counts no more
 * @param changesRequestedBy accounts that ask for changes, which stand against a merge where approvals are asked for
 * @param owned what CODEOWNERS says of the changed paths
 * @param problems what is wrong with CODEOWNERS, with its lines
 */
public record ApprovalState(
        ReviewRule rule,
        List<String> approvedBy,
        List<String> staleBy,
        List<String> changesRequestedBy,
        List<Owned> owned,
        List<Problem> problems) {

    public ApprovalState {
        approvedBy = List.copyOf(approvedBy);
        staleBy = List.copyOf(staleBy);
        changesRequestedBy = List.copyOf(changesRequestedBy);
        owned = List.copyOf(owned);
        problems = List.copyOf(problems);
    }

    /**
     * Changed paths that one line of CODEOWNERS speaks of.
     *
     * @param owners as they are written: {@code @account}, {@code @organisation/team}
     * @param approvedBy the owners among those who approved; empty when none did
     */
    public record Owned(String pattern, int line, List<String> owners, List<String> paths, List<String> approvedBy) {

        public Owned {
            owners = List.copyOf(owners);
            paths = List.copyOf(paths);
            approvedBy = List.copyOf(approvedBy);
        }

        public boolean approved() {
            return !approvedBy.isEmpty();
        }
    }
}
