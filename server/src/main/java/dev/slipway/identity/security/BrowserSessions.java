package dev.slipway.identity.security;

import dev.slipway.identity.accounts.LocalAccounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the sessions of browsers. A session holds an account's name, and nothing that it may do. */
@Component
public class BrowserSessions {

    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final LocalAccounts accounts;

    BrowserSessions(LocalAccounts accounts) {
        this.accounts = accounts;
    }

    /** @param how the account was proved, for the audit; a session from before is ended, so that nobody can have planted it */
    public void begin(HttpServletRequest request, String account, String how) {
        end(request);
        request.getSession(true).setAttribute(ACCOUNT, account);
        accounts.signedIn(account, how);
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<String> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        @Nullable Object account = session == null ? null : session.getAttribute(ACCOUNT);
        return account instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
