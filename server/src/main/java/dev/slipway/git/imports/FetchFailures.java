package dev.slipway.git.imports;

import dev.slipway.git.GitException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PublicAddresses;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Says what went wrong between here and another server, in words for who gave the address. */
final class FetchFailures {

    private static final String FIELD = "source";
    private static final String FROM_CHECKOUT =
            "From a checkout of yours it can be brought with: slipway onboard DIRECTORY.";

    private FetchFailures() {}

    static GitException explain(ImportAddress address, Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            GitException known = known(address, each);
            if (known != null) {
                return known;
            }
        }
        return told(address, failure);
    }

    private static @org.jspecify.annotations.Nullable GitException known(ImportAddress address, Throwable failure) {
        String host = "\"" + address.host() + "\"";
        return switch (failure) {
            case Allowance.Exceeded exceeded ->
                refused(ProblemCode.LIMITED, String.valueOf(exceeded.getMessage()), FROM_CHECKOUT);
            case PublicAddresses.PrivateAddress inside -> privateAddress(host, inside);
            case UnknownHostException _ ->
                refused(ProblemCode.REFUSED, "There is no host " + host + ".", "Check how it is written.");
            case NoRemoteRepositoryException _ ->
                refused(
                        ProblemCode.REFUSED,
                        "There is no Git repository at this address, or it is not open to everybody.",
                        "Check the address with git ls-remote. " + FROM_CHECKOUT);
            default -> null;
        };
    }

    private static GitException privateAddress(String host, PublicAddresses.PrivateAddress inside) {
        String message = String.valueOf(inside.getMessage());
        return message.startsWith("led")
                ? refused(
                        ProblemCode.REFUSED,
                        "The address " + message + ", which is not followed.",
                        "Give the address that it leads to.")
                : refused(
                        ProblemCode.REFUSED,
                        "The host " + host + " stands in a private network or on this machine: it is not asked.",
                        "Who runs Slipway may allow it: import-hosts in slipway.yaml. " + FROM_CHECKOUT);
    }

    private static GitException told(ImportAddress address, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("authentication") || lower.contains("not authorized") || lower.contains("not permitted")) {
            return refused(ProblemCode.REFUSED, "The repository asks for a sign-in.", FROM_CHECKOUT);
        }
        if (lower.contains("not found")) {
            return refused(
                    ProblemCode.REFUSED,
                    "There is no Git repository at this address, or it is not open to everybody.",
                    "Check the address with git ls-remote. " + FROM_CHECKOUT);
        }
        return new GitException(
                ProblemCode.UNAVAILABLE,
                Problem.at(FIELD, "\"" + address.host() + "\" could not be asked: " + firstLine(message) + ".")
                        .next("Check the address with git ls-remote, or try again later."));
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("").replaceFirst("^\\S*://\\S+:\\s*", "");
        return line.length() > 200 ? line.substring(0, 200) : line.replaceFirst("\\.$", "");
    }

    private static GitException refused(ProblemCode code, String message, String next) {
        return new GitException(code, Problem.at(FIELD, message).next(next));
    }
}
