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
    private static final Pattern HOLE = Pattern.compile("(?s)\\{\\{.*?\\}\\}|\\{team\\}|\\{service\\}");

    /** Parameters of pull requests that are numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\{\\{-?\\s*\\.?number\\s*-?\\}\\}");

    private final PlatformDefinition definition;
    private final List<Gate> gates;

    GatedEnvironments(PlatformDefinition definition) {
        this.definition = definition;
        this.gates = definition.environments().stream()
                .filter(Environment::gated)
                .map(Gate::of)
                .toList();
    }

    private record Gate(Environment environment, Pattern namespaces) {

        static Gate of(Environment environment) {
            String pattern = Pattern.quote(environment.namespacePattern())
                    .replace("{team}", "\\E.+\\Q")
                    .replace("{service}", "\\E.+\\Q");
            return new Gate(environment, Pattern.compile(pattern));
        }

        /** A cluster that nobody knows may be any. */
        boolean holds(@Nullable ClusterName cluster, String namespace) {
            return (cluster == null || cluster.equals(environment.cluster()))
                    && namespaces.matcher(namespace).matches();
        }
    }

    /** By label or path, and by where it goes: a label left out must not lead past the gates. */
    Optional<Environment> of(DesiredApplication application) {
        return gates.stream()
                .filter(each -> each.environment().name().equals(application.environment())
                        || each.holds(application.cluster(), application.namespace()))
                .map(Gate::environment)
                .findFirst();
    }

    /** By the namespace of an object that an Application puts there. */
    Optional<Environment> of(DesiredApplication application, Resource object) {
        String namespace = object.namespace() == null ? application.namespace() : object.namespace();
        return gates.stream()
                .filter(each -> each.holds(application.cluster(), namespace))
                .map(Gate::environment)
                .findFirst();
    }

    /** Whether what it renders to may be Applications, of any environment. */
    Optional<Environment> madeBy(DesiredApplication application) {
        boolean toArgoCd = isHub(application.cluster())
                && (application.namespace().equals(ARGO_CD)
                        || application.namespace().isEmpty());
        return toArgoCd ? gates.stream().map(Gate::environment).findFirst() : Optional.empty();
    }

    private boolean isHub(@Nullable ClusterName name) {
        return definition.clusters().stream()
                .anyMatch(cluster -> cluster.hub() && cluster.name().equals(name));
    }

    /** Where Applications of a set may go, and what they may make, by what its template says of their destination. */
    Optional<Environment> madeBy(DeclaredSet set) {
        Resource object = set.object();
        String server =
                object.text("spec", "template", "spec", "destination", "server").orElse("");
        String cluster = object.text("spec", "template", "spec", "destination", "name")
                .filter(name -> !name.isEmpty())
                .orElse(server);
        String namespace = object.text("spec", "template", "spec", "destination", "namespace")
                .orElse("");
        boolean anywhere = object.at("spec", "templatePatch").isPresent()
                || object.list("spec", "generators").toString().contains("template=");
        boolean makes = mayMeet(namespace, ARGO_CD)
                && definition.clusters().stream().filter(Cluster::hub).anyMatch(hub -> mayMean(cluster, hub));
        return gates.stream()
                .map(Gate::environment)
                .filter(each -> anywhere
                        || makes
                        || (mayMean(cluster, definition.cluster(each.cluster()).orElse(null))
                                && mayMeet(namespace, each.namespacePattern())))
                .findFirst();
    }

    /** An address that nobody knows may be any cluster's. */
    private boolean mayMean(String destination, @Nullable Cluster cluster) {
        return cluster == null
                || HOLE.matcher(destination).find()
                || definition.clusters().stream().noneMatch(each -> means(destination, each))
                || means(destination, cluster);
    }

    private static boolean means(String destination, Cluster cluster) {
        return destination.equals(cluster.name().value())
                || destination.equals(cluster.server())
                || (cluster.hub() && List.of("in-cluster", OWN_SERVER).contains(destination));
    }

    /** Whether two texts with holes may become equal: rather yes than no. */
    static boolean mayMeet(String one, String other) {
        String first = NUMBER.matcher(one).replaceAll("0");
        String[] a = HOLE.split(first, -1);
        String[] b = HOLE.split(other, -1);
        boolean plain = a.length == 1 && b.length == 1;
        return plain ? first.equals(other) : begin(a[0], b[0]) && end(a[a.length - 1], b[b.length - 1]);
    }

    private static boolean begin(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static boolean end(String one, String other) {
        return one.endsWith(other) || other.endsWith(one);
    }
}
