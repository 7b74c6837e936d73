package dev.slipway.identity.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.identity.accounts.LocalAccounts;
import dev.slipway.identity.accounts.Tokens;
import dev.slipway.identity.security.BrowserSessions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: groups, password, tokens. */
@Controller
@Access(Permission.VIEW)
class AccountPages {

    private final CurrentActor current;
    private final LocalAccounts accounts;
    private final Tokens tokens;
    private final Permissions permissions;
    private final BrowserSessions sessions;

    AccountPages(
            CurrentActor current,
            LocalAccounts accounts,
            Tokens tokens,
            Permissions permissions,
            BrowserSessions sessions) {
        this.current = current;
        this.accounts = accounts;
        this.tokens = tokens;
        this.permissions = permissions;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    ModelAndView page() {
        return page(FormErrors.none());
    }

    private ModelAndView page(FormErrors errors) {
        String name = current.get().account();
        ModelAndView page = new ModelAndView("identity/account");
        page.addObject("account", accounts.find(name).orElseThrow());
        page.addObject("groups", permissions.groups(name));
        page.addObject("tokens", tokens.of(name));
        page.addObject("errors", errors);
        return page;
    }

    private ModelAndView refused(IdentityException e) {
        ModelAndView page = page(FormErrors.of(e));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/account/password")
    ModelAndView setPassword(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Actor actor = current.get();
        if (actor instanceof Actor.Token) {
            throw new IdentityException(
                    ProblemCode.FORBIDDEN,
                    Problem.of("A token sets no password, and begins no session.")
                            .next("Sign in to the portal and set it there."));
        }
        try {
            if (!password.equals(repeated)) {
                throw new IdentityException(
                        ProblemCode.INVALID, Problem.at("repeated", "The two passwords are not the same."));
            }
            accounts.setPassword(actor.account(), password, actor);
        } catch (IdentityException e) {
            return refused(e);
        }
        sessions.begin(request, actor.account(), "new password");
        Flash.success(redirect, "Your password is set. Other sessions of yours have ended.");
        return new ModelAndView("redirect:/account");
    }

    /** Answers with the page instead of a redirect: the secret is shown once and kept nowhere. */
    @PostMapping("/account/tokens")
    ModelAndView issue(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") Set<Permission> scopes) {
        Actor actor = current.get();
        try {
            String secret = accounts.issueToken(actor.account(), name.strip(), scopes, actor);
            return page().addObject("secret", secret).addObject("secretName", name.strip());
        } catch (IdentityException e) {
            return refused(e);
        }
    }

    @PostMapping("/account/tokens/revoke")
    String revoke(@RequestParam String name, RedirectAttributes redirect) {
        Actor actor = current.get();
        accounts.revokeToken(actor.account(), name, actor);
        Flash.success(redirect, "The token \"" + name + "\" is revoked. It no longer opens anything.");
        return "redirect:/account";
    }
}
