package dev.slipway.identity.web;

import dev.slipway.identity.Public;
import dev.slipway.identity.accounts.SignInLinks;
import dev.slipway.identity.security.BrowserSessions;
import dev.slipway.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One-time links. Opening one changes nothing, because mail scanners and link previews open links, too; a button signs in. */
@Controller
@Public("The link's secret is what is checked.")
class SignInLinkPages {

    private final SignInLinks links;
    private final BrowserSessions sessions;

    SignInLinkPages(SignInLinks links, BrowserSessions sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in/link")
    ModelAndView confirm(@RequestParam(defaultValue = "") String token) {
        return page(links.account(token), token);
    }

    @PostMapping("/sign-in/link")
    ModelAndView use(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, RedirectAttributes redirect) {
        Optional<String> account = links.use(token);
        if (account.isEmpty()) {
            return page(account, token);
        }
        sessions.begin(request, account.get(), "one-time link");
        Flash.success(redirect, "Welcome aboard. Set a password below to sign in without a link next time.");
        return new ModelAndView("redirect:/account");
    }

    private static ModelAndView page(Optional<String> account, String token) {
        ModelAndView page =
                new ModelAndView("identity/sign-in-link", account.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        page.addObject("account", account.orElse(""));
        page.addObject("token", token);
        return page;
    }
}
