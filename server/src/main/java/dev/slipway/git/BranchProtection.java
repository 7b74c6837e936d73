package dev.slipway.git;

import java.util.Set;

/**
 * What protects a branch: everybody goes through pull requests, except these writers.
 *
 * @param requiredChecks contexts of commit statuses that must be SUCCESS on a pull request's head
 * @param writers accounts that may push directly
 * @param reviews which approvals a pull request needs
 */
public record BranchProtection(String branch, Set<String> requiredChecks, Set<String> writers, ReviewRule reviews) {

    public BranchProtection {
        requiredChecks = Set.copyOf(requiredChecks);
        writers = Set.copyOf(writers);
    }

    /** Without a rule on approvals. */
    public BranchProtection(String branch, Set<String> requiredChecks, Set<String> writers) {
        this(branch, requiredChecks, writers, ReviewRule.NONE);
    }
}
