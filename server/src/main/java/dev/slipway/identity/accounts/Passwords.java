package dev.slipway.identity.accounts;

import dev.slipway.identity.IdentityException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords, slowly and not too often. */
@Component
public class Passwords {

    static final int SHORTEST = 10;
    /** bcrypt looks no further. */
    private static final int LONGEST_BYTES = 72;

    /** Of random bytes that nobody kept, so that no start takes the time to make one. */
    static final String NOBODYS_HASH = "{bcrypt}$2a$10$JfEuEtjCVt5Ow4gi.X.OUuSm/KsUvqHR81wtHCujqj62JaaZ1w/Wq";

    private final AccountTable accounts;
    private final SignInAttempts attempts;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    Passwords(AccountTable accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /**
     * Takes as long for an account that does not exist as for one that does.
     *
     * @throws IdentityException with code LIMITED after too many attempts
     */
    public boolean matches(String account, String password, String address) {
        if (!attempts.begin(account, address)) {
            throw new IdentityException(
                    ProblemCode.LIMITED,
                    Problem.of("Too many sign-in attempts.")
                            .next("Wait " + SignInAttempts.WINDOW.toMinutes()
                                    + " minutes, or ask an administrator for a one-time link."));
        }
        String hash = accounts.passwordHash(account).orElse(NOBODYS_HASH);
        boolean right = encoder.matches(password, hash) && !hash.equals(NOBODYS_HASH);
        if (right) {
            attempts.succeeded(account, address);
        }
        return right;
    }

    final String hash(String password) {
        return encoder.encode(password);
    }

    /** @throws IdentityException with code INVALID when the password is too short or too long */
    static void check(String password) {
        int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST || bytes > LONGEST_BYTES) {
            throw new IdentityException(
                    ProblemCode.INVALID,
                    Problem.at("password", "The password has " + password.length() + " characters.")
                            .expecting(SHORTEST + " to " + LONGEST_BYTES + " characters"));
        }
    }
}
