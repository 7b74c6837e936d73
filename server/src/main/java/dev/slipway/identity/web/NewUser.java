package dev.slipway.identity.web;

import dev.slipway.identity.Account;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks for who creates a user; not checked yet. */
record NewUser(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String email) {

    /** @throws ProblemException with everything that is wrong with it */
    Account checked() {
        List<Problem> problems = new ArrayList<>();
        String account = text(name);
        if (!account.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            problems.add(Problem.at("name", "\"" + account + "\" is not an account name.")
                    .expecting("1 to 63 lower-case letters, digits and hyphens"));
        }
        if (text(displayName).isEmpty()) {
            problems.add(Problem.at("displayName", "The name is missing."));
        }
        if (!text(email).matches("(?:[^@\\s]+@[^@\\s]+)?")) {
            problems.add(Problem.at("email", "\"" + text(email) + "\" is not an e-mail address."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID, problems);
        }
        return new Account(account, text(displayName), text(email));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
