package dev.slipway.identity.web;

import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Public;
import dev.slipway.identity.accounts.Passwords;
import dev.slipway.identity.security.BrowserSessions;
import dev.slipway.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a password, and out. */
@Controller
@Public("Nobody could sign in otherwise; attempts are limited.")
class SignInPages {

    private final Passwords passwords;
    private final BrowserSessions sessions;
    private final CurrentActor actor;

    SignInPages(Passwords passwords, BrowserSessions sessions, CurrentActor actor) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.actor = actor;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(name = "return", required = false) @Nullable String wanted, Model model) {
        if (actor.find().isPresent()) {
            return "redirect:" + ReturnPath.of(wanted);
        }
        model.addAttribute("returnPath", ReturnPath.of(wanted)).addAttribute("name", "");
        return "identity/sign-in";
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "return", required = false) @Nullable String wanted,
            HttpServletRequest request) {
        String account = name.strip().toLowerCase(Locale.ROOT);
        try {
            if (passwords.matches(account, password, request.getRemoteAddr())) {
                sessions.begin(request, account, "password");
                return new ModelAndView("redirect:" + ReturnPath.of(wanted));
            }
        } catch (IdentityException e) {
            return again(account, wanted, HttpStatus.TOO_MANY_REQUESTS, e.problems());
        }
        Problem problem = Problem.of("The account and the password do not belong together.");
        return again(account, wanted, HttpStatus.UNAUTHORIZED, List.of(problem));
    }

    private static ModelAndView again(String name, @Nullable String wanted, HttpStatus status, List<Problem> problems) {
        ModelAndView page = new ModelAndView("identity/sign-in", status);
        page.addObject("name", name);
        page.addObject("returnPath", ReturnPath.of(wanted));
        page.addObject("problems", problems);
        return page;
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/sign-in";
    }
}
