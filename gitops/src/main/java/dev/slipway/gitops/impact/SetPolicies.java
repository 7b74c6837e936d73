package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Declared;
import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What ApplicationSets do to Applications that they have made already: {@code spec.syncPolicy.applicationsSync}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/">policies
 *     of ApplicationSets</a>
 */
final class SetPolicies {

    private static final Set<String> CHANGING_NONE = Set.of("create-only", "create-delete");
    private static final Set<String> DELETING_NONE = Set.of("create-only", "create-update");

    private final Map<String, String> policies = new HashMap<>();

    SetPolicies(Declared declared) {
        declared.sets().forEach(each -> add(each.object()));
    }

    private void add(Resource set) {
        set.text("spec", "syncPolicy", "applicationsSync")
                .ifPresent(policy -> policies.put("ApplicationSet \"" + set.name() + "\"", policy));
    }

    /** Whether an Application stays as it was made. */
    boolean leaveUnchanged(Application application) {
        return CHANGING_NONE.contains(policy(application));
    }

    /** Whether an Application stays although nothing asks for it any more. */
    boolean leaveUndeleted(Application application) {
        return DELETING_NONE.contains(policy(application));
    }

    private String policy(Application application) {
        return policies.getOrDefault(application.origin().by(), "");
    }
}
