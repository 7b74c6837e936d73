package dev.slipway.git.imports;

import dev.slipway.git.GitException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PublicAddresses;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong between here and another server, in words for who gave the address.
 *
 * @param token whether one was shown
 */
record FetchFailures(ImportAddress address, Errand errand, boolean token) {

    private static final String FIELD = "source";
    private static final String CHECK = "Check the address with git ls-remote.";

    GitException explain(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            GitException known = known(each);
            if (known != null) {
                return known;
            }
        }
        return told(failure);
    }

    private @Nullable GitException known(Throwable failure) {
        return switch (failure) {
            case Allowance.Exceeded exceeded ->
                refused(ProblemCode.LIMITED, String.valueOf(exceeded.getMessage()), errand.otherwise());
            case PublicAddresses.PrivateAddress inside -> privateAddress(inside);
            case UnknownHostException _ ->
                refused(ProblemCode.REFUSED, "There is no host " + host() + ".", "Check how it is written.");
            case NoRemoteRepositoryException _ -> nothingThere();
            default -> null;
        };
    }

    private GitException nothingThere() {
        return refused(
                ProblemCode.REFUSED,
                "There is no Git repository at this address, or it is not open to "
                        + (token ? "who has this token." : "everybody."),
                CHECK + " " + errand.whenClosed());
    }

    private GitException privateAddress(PublicAddresses.PrivateAddress inside) {
        String message = String.valueOf(inside.getMessage());
        return message.startsWith("led")
                ? refused(
                        ProblemCode.REFUSED,
                        "The address " + message + ", which is not followed.",
                        "Give the address that it leads to.")
                : refused(
                        ProblemCode.REFUSED,
                        "The host " + host() + " stands in a private network or on this machine: it is not asked.",
                        "Who runs Slipway may allow it: import-hosts in slipway.yaml. " + errand.otherwise());
    }

    private GitException told(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("authentication") || lower.contains("not authorized") || lower.contains("not permitted")) {
            return closed();
        }
        if (lower.contains("not found")) {
            return nothingThere();
        }
        return new GitException(
                ProblemCode.UNAVAILABLE,
                Problem.at(FIELD, host() + " could not be asked: " + firstLine(message) + ".")
                        .next("Check the address with git ls-remote, or try again later."));
    }

    private GitException closed() {
        return token
                ? refused(
                        ProblemCode.REFUSED,
                        "The repository's server does not take the token.",
                        "Look whether it has expired and may read this repository, and give the server another.")
                : refused(ProblemCode.REFUSED, "The repository asks for a sign-in.", errand.whenClosed());
    }

    private String host() {
        return "\"" + address.host() + "\"";
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("").replaceFirst("^\\S*://\\S+:\\s*", "");
        return line.length() > 200 ? line.substring(0, 200) : line.replaceFirst("\\.$", "");
    }

    private static GitException refused(ProblemCode code, String message, String next) {
        return new GitException(code, Problem.at(FIELD, message).next(next));
    }
}
