package dev.slipway.git;

/**
 * Which approvals a protected branch asks of a pull request. It binds people: who may push to the branch directly, as Slipway's
 * writer may, is not asked for them.
 *
 * @param approvals how many accounts must approve, none of them the author
 * @param codeOwners whether each changed path that CODEOWNERS of the target branch gives an owner must be approved by one
 * @param dismissStale whether an approval counts for the head it was given for, and no later one
 */
public record ReviewRule(int approvals, boolean codeOwners, boolean dismissStale) {

    /** No approval is asked for. */
    public static final ReviewRule NONE = new ReviewRule(0, false, true);

    public ReviewRule {
        if (approvals < 0 || approvals > 10) {
            throw new IllegalArgumentException("\"" + approvals + "\" approvals: expected 0 to 10.");
        }
    }
}
