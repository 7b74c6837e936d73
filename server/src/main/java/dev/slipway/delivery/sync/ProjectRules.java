package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.kernel.ClusterName;
import dev.slipway.platform.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an AppProject allows its applications (Argo CD): destinations and cluster-scoped kinds, with {@code *} for any text. */
final class ProjectRules {

    private static final String EVERYTHING = "default";

    private final Desired desired;
    private final Map<ClusterName, Cluster> clusters;

    /** @param clusters all by their name; the hub is called {@code in-cluster} by Argo CD */
    ProjectRules(Desired desired, Map<ClusterName, Cluster> clusters) {
        this.desired = desired;
        this.clusters = clusters;
    }

    List<String> problems(DesiredApplication application, List<LiveObject> objects) {
        Optional<DesiredProject> project = desired.projects().stream()
                .filter(each -> each.name().equals(application.project()))
                .findFirst();
        if (project.isEmpty()) {
            return application.project().equals(EVERYTHING)
                    ? List.of()
                    : List.of("application \"" + application.name() + "\" is in the AppProject \""
                            + application.project() + "\", which does not exist");
        }
        Manifest spec = new Manifest(project.get().object().content()).at("spec");
        List<String> problems = new ArrayList<>();
        for (LiveObject object : objects) {
            if (application.service() != null
                    && !object.namespace().isEmpty()
                    && !object.namespace().equals(application.namespace())) {
                problems.add(object.key() + " is outside of the application's namespace \"" + application.namespace()
                        + "\"");
            } else if (!permitted(spec, object)) {
                problems.add(object.key() + " is not permitted in the AppProject \"" + application.project() + "\" ("
                        + project.get().file() + ")");
            }
        }
        return problems;
    }

    private boolean permitted(Manifest spec, LiveObject object) {
        List<Manifest> here = spec.items("destinations").stream()
                .filter(rule -> isHere(rule, clusters.get(object.cluster())))
                .toList();
        return object.namespace().isEmpty()
                ? !here.isEmpty()
                        && spec.items("clusterResourceWhitelist").stream().anyMatch(rule -> kind(rule, object))
                : here.stream().anyMatch(rule -> matches(rule.text("namespace").orElse(""), object.namespace()));
    }

    private static boolean kind(Manifest rule, LiveObject object) {
        return matches(rule.text("group").orElse(""), object.key().group())
                && matches(rule.text("kind").orElse(""), object.kind());
    }

    private static boolean isHere(Manifest rule, @Nullable Cluster here) {
        String name = rule.text("name").orElse("");
        String server = rule.text("server").orElse("");
        if (here == null) {
            return false;
        }
        boolean named =
                !name.isEmpty() && (matches(name, here.name().value()) || (here.hub() && matches(name, "in-cluster")));
        boolean served = !server.isEmpty()
                && (server.equals("*") || (here.hub() && server.equals("https://kubernetes.default.svc")));
        return named || served;
    }

    private static boolean matches(String pattern, String text) {
        String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return text.matches(expression);
    }
}
