package dev.slipway.identity.security;

import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.permissions.GroupPermissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.Viewer;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is behind the request that this thread serves. */
@Component
class RequestActor implements CurrentActor, Viewer {

    private final GroupPermissions permissions;

    RequestActor(GroupPermissions permissions) {
        this.permissions = permissions;
    }

    private static Optional<SignedIn> signedInNow() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    @Override
    public Optional<Actor> find() {
        return signedInNow().map(SignedIn::actor);
    }

    @Override
    public Actor get() {
        return find().orElseThrow(() -> new IdentityException(
                ProblemCode.UNAUTHENTICATED, Problem.of("Nobody is signed in.").next("Sign in, or send a token.")));
    }

    @Override
    public boolean signedIn() {
        return signedInNow().isPresent();
    }

    @Override
    public String name() {
        return signedInNow().map(SignedIn::getName).orElse("");
    }

    @Override
    public String displayName() {
        return signedInNow().map(signedIn -> signedIn.account().displayName()).orElse("");
    }

    @Override
    public boolean may(String permission) {
        Permission wanted = Permission.valueOf(permission);
        return signedInNow()
                .filter(caller -> caller.reaches(wanted) && permissions.allowsSomewhere(caller.getName(), wanted))
                .isPresent();
    }
}
