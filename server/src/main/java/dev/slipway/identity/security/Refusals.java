package dev.slipway.identity.security;

import dev.slipway.identity.Permission;
import dev.slipway.identity.permissions.GroupPermissions;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers who may not go on: to the sign-in page with whom has none, with the missing role to everybody else. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final RequestActor actor;
    private final GroupPermissions permissions;

    Refusals(ProblemWriter problems, RequestActor actor, GroupPermissions permissions) {
        this.problems = problems;
        this.actor = actor;
        this.permissions = permissions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (Routes.isApi(request) || Routes.takesPasswords(request)) {
            Problem problem = Problem.of("Nobody is signed in.")
                    .next("Send a token: Authorization: Bearer slip_…; for Git, as the password.");
            problems.write(request, response, ProblemCode.UNAUTHENTICATED, List.of(problem));
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/sign-in");
        } else {
            response.sendRedirect(signIn(request));
        }
    }

    private static String signIn(HttpServletRequest request) {
        if (Routes.isUnsafe(request) || request.getRequestURI().equals("/")) {
            return "/sign-in";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "/sign-in?return=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(request, response, ProblemCode.FORBIDDEN, List.of(reason(request, e)));
    }

    private Problem reason(HttpServletRequest request, AccessDeniedException e) {
        if (e instanceof CsrfException) {
            return Problem.of("The form was too old, or did not come from Slipway's own page.")
                    .next("Load the page again and repeat what you did.");
        }
        if (request.getAttribute(RouteAuthorization.MISSING) instanceof Permission permission) {
            return permissions.refusal(actor.get(), permission, null).problems().getFirst();
        }
        if (request.getAttribute(RouteAuthorization.SCOPED) != null) {
            return Problem.of("The token has scopes, and they do not reach this.")
                    .next("Sign in to the portal, or use a token whose scopes say what it is to do over the API.");
        }
        return Problem.of("Nobody may call \"" + request.getRequestURI() + "\".");
    }
}
