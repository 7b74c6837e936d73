package dev.slipway.identity.security;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.identity.RouteRule;
import dev.slipway.identity.permissions.GroupPermissions;
import dev.slipway.identity.security.Rules.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The one place that lets a request reach its handler. What has no rule is refused to everybody. Tokens with scopes submit no
 * forms: these are for people who have signed in, and ask for less than what the API asks for.
 */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    /** The attribute that tells the refusal which permission was missing. */
    static final String MISSING = RouteAuthorization.class.getName() + ".missing";

    /** The attribute that tells the refusal that the token's scopes are why. */
    static final String SCOPED = RouteAuthorization.class.getName() + ".scoped";

    private static final Logger LOG = LoggerFactory.getLogger(RouteAuthorization.class);

    private final Rules rules;
    private final GroupPermissions permissions;

    RouteAuthorization(Rules rules, GroupPermissions permissions) {
        this.rules = rules;
        this.permissions = permissions;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        @Nullable SignedIn caller = authentication.get() instanceof SignedIn signedIn ? signedIn : null;
        HttpServletRequest request = context.getRequest();
        if (caller != null && caller.isScoped() && Routes.isForm(request)) {
            return new AuthorizationDecision(tooNarrow(request));
        }
        return new AuthorizationDecision(
                switch (rules.of(request)) {
                    case Rule.Open _ -> true;
                    case Rule.Declared(RouteRule rule) ->
                        caller != null || rule.admission() != RouteRule.Admission.SIGNED_IN;
                    case Rule.Needs needs -> caller != null && may(caller, needs.access(), request);
                    case Rule.Nothing _ -> caller != null;
                    case Rule.None(Object handler) -> refuse(handler);
                });
    }

    private boolean may(SignedIn caller, Access access, HttpServletRequest request) {
        Permission permission = access.value();
        boolean may = caller.reaches(permission)
                && permissions.allowsSomewhere(caller.account().name(), permission);
        if (!may) {
            request.setAttribute(MISSING, permission);
            return false;
        }
        boolean changes = Routes.isUnsafe(request) && !access.onlyAnswers();
        return !(changes && caller.onlyViews()) || tooNarrow(request);
    }

    private static boolean tooNarrow(HttpServletRequest request) {
        request.setAttribute(SCOPED, true);
        return false;
    }

    private static boolean refuse(Object handler) {
        LOG.warn("{} has no rule of who may call it, and is refused to everybody.", handler);
        return false;
    }
}
