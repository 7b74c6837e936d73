package dev.slipway.git;

import java.util.Set;

/**
 * What protects a branch: everybody goes through pull requests, except these writers.
 *
 * @param requiredChecks contexts of commit statuses that must be SUCCESS on a pull request's head
 * @param writers accounts that may push directly
 */
public record BranchProtection(String branch, Set<String> requiredChecks, Set<String> writers) {

    public BranchProtection {
        requiredChecks = Set.copyOf(requiredChecks);
        writers = Set.copyOf(writers);
    }
}
