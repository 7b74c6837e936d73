package dev.slipway.identity.security;

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

/** The one place that lets a request reach its handler. What has no rule is refused to everybody. */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    /** The attribute that tells the refusal which permission was missing. */
    static final String MISSING = RouteAuthorization.class.getName() + ".missing";

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
        return new AuthorizationDecision(
                switch (rules.of(request)) {
                    case Rule.Open _ -> true;
                    case Rule.Declared(RouteRule rule) ->
                        caller != null || rule.admission() != RouteRule.Admission.SIGNED_IN;
                    case Rule.Needs needs ->
                        caller != null && may(caller, needs.access().value(), request);
                    case Rule.Nothing _ -> caller != null;
                    case Rule.None(Object handler) -> refuse(handler);
                });
    }

    private boolean may(SignedIn caller, Permission permission, HttpServletRequest request) {
        boolean may = caller.reaches(permission)
                && permissions.allowsSomewhere(caller.account().name(), permission);
        if (!may) {
            request.setAttribute(MISSING, permission);
        }
        return may;
    }

    private static boolean refuse(Object handler) {
        LOG.warn("{} has no rule of who may call it, and is refused to everybody.", handler);
        return false;
    }
}
