package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.gitops.DeclaredSet;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kustomize.Resource;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which environment with gates something goes to. */
final class GatedEnvironments {

    /** Where Argo CD's objects stand, unless somebody has installed it otherwise. */
    private static final String ARGO_CD = "argocd";

    private static final String OWN_SERVER = "https://kubernetes.default.svc";
    private static final Pattern HOLE = Pattern.compile("\\{\\{.*?\\}\\}|\\{team\\}|\\{service\\}");

    private final PlatformDefinition definition;
    private final List<Environment> gated;

    GatedEnvironments(PlatformDefinition definition) {
        this.definition = definition;
        this.gated =
                definition.environments().stream().filter(Environment::gated).toList();
    }

    /** By label or path, and by where it goes: a label left out must not lead past the gates. */
    Optional<Environment> of(DesiredApplication application) {
        return gated.stream()
                .filter(each -> each.name().equals(application.environment()) || goesTo(each, application))
                .findFirst();
    }

    private static boolean goesTo(Environment environment, DesiredApplication application) {
        String pattern = Pattern.quote(environment.namespacePattern())
                .replace("{team}", "\\E.+\\Q")
                .replace("{service}", "\\E.+\\Q");
        return environment.cluster().equals(application.cluster()) && Pattern.matches(pattern, application.namespace());
    }

    /** Whether what it renders to may be Applications, of any environment. */
    Optional<Environment> madeBy(DesiredApplication application) {
        boolean toArgoCd = isHub(application.cluster())
                && (application.namespace().equals(ARGO_CD)
                        || application.namespace().isEmpty());
        return toArgoCd ? gated.stream().findFirst() : Optional.empty();
    }

    private boolean isHub(@Nullable ClusterName name) {
        return definition.clusters().stream()
                .anyMatch(cluster -> cluster.hub() && cluster.name().equals(name));
    }

    /** Where Applications of a set may go, by what its template says of their destination. */
    Optional<Environment> madeBy(DeclaredSet set) {
        Resource object = set.object();
        String server =
                object.text("spec", "template", "spec", "destination", "server").orElse("");
        String cluster =
                object.text("spec", "template", "spec", "destination", "name").orElse(server);
        String namespace = object.text("spec", "template", "spec", "destination", "namespace")
                .orElse("");
        boolean anywhere = object.at("spec", "templatePatch").isPresent()
                || object.list("spec", "generators").toString().contains("template=");
        return gated.stream()
                .filter(each ->
                        anywhere || (mayMean(cluster, each.cluster()) && mayMeet(namespace, each.namespacePattern())))
                .findFirst();
    }

    private boolean mayMean(String destination, ClusterName name) {
        Cluster cluster = definition.cluster(name).orElse(null);
        return HOLE.matcher(destination).find()
                || destination.equals(name.value())
                || (cluster != null
                        && (destination.equals(cluster.server())
                                || (cluster.hub()
                                        && List.of("in-cluster", OWN_SERVER).contains(destination))));
    }

    /** Whether two texts with holes may become equal: rather yes than no. */
    static boolean mayMeet(String one, String other) {
        String[] a = HOLE.split(one + "\n");
        String[] b = HOLE.split(other + "\n");
        if (a.length == 1 && b.length == 1) {
            return one.equals(other);
        }
        return begin(a[0].strip(), b[0].strip()) && end(a[a.length - 1].strip(), b[b.length - 1].strip());
    }

    private static boolean begin(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static boolean end(String one, String other) {
        return one.endsWith(other) || other.endsWith(one);
    }
}
