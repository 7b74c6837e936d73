package dev.slipway.identity.security;

import dev.slipway.identity.IdentityException;
import dev.slipway.identity.accounts.LocalAccounts;
import dev.slipway.identity.accounts.Passwords;
import dev.slipway.identity.accounts.RecentTokens;
import dev.slipway.identity.accounts.Tokens;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by the {@code Authorization} header if there is one, otherwise by the session. Wrong credentials are
 * refused at once, even where nobody would have needed any.
 */
final class AuthenticationFilter extends OncePerRequestFilter {

    private final BrowserSessions sessions;
    private final LocalAccounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final RecentTokens recent;
    private final ProblemWriter problems;

    AuthenticationFilter(
            BrowserSessions sessions,
            LocalAccounts accounts,
            Passwords passwords,
            Tokens tokens,
            RecentTokens recent,
            ProblemWriter problems) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.recent = recent;
        this.problems = problems;
    }

    /** Error pages, too, show who is signed in. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Credentials> credentials = Credentials.of(request.getHeader("Authorization"));
        try {
            Optional<SignedIn> caller =
                    credentials.isPresent() ? proved(credentials.get(), request) : bySession(request);
            if (credentials.isPresent() && caller.isEmpty()) {
                refuse(request, response);
                return;
            }
            caller.ifPresent(found -> SecurityContextHolder.getContext().setAuthentication(found));
        } catch (IdentityException e) {
            problems.write(request, response, e.code(), e.problems());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> bySession(HttpServletRequest request) {
        return sessions.account(request).flatMap(accounts::find).map(SignedIn::inPerson);
    }

    private Optional<SignedIn> proved(Credentials credentials, HttpServletRequest request) {
        return switch (credentials) {
            case Credentials.Bearer bearer -> byToken(bearer.token(), request);
            case Credentials.Basic basic
            when basic.password().startsWith(Tokens.PREFIX) -> byToken(basic.password(), request);
            case Credentials.Basic basic when Routes.takesPasswords(request) -> byPassword(basic, request);
            case Credentials.Basic _, Credentials.Unreadable _ -> Optional.empty();
        };
    }

    /** A question may be answered to whose token it was a moment ago; a command is taken from whose token it is. */
    private Optional<SignedIn> byToken(String secret, HttpServletRequest request) {
        return (Routes.isUnsafe(request) ? tokens.use(secret) : recent.holder(secret)).map(SignedIn::with);
    }

    private Optional<SignedIn> byPassword(Credentials.Basic basic, HttpServletRequest request) {
        return passwords.matches(basic.user(), basic.password(), request.getRemoteAddr())
                ? accounts.find(basic.user()).map(SignedIn::inPerson)
                : Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of("The credentials are not right, or not valid any more.")
                .next("Make a token on the page Account, and use it as the password.");
        problems.write(request, response, ProblemCode.UNAUTHENTICATED, List.of(problem));
    }
}
