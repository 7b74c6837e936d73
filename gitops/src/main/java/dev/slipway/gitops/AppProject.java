package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An Argo CD AppProject: what its Applications may read, and where they may put which kinds. */
public record AppProject(String name, String file, Resource object) {

    /** Everything that the project does not permit of this Application itself. */
    public List<Finding> refusals(Application application, UnaryOperator<String> identity) {
        List<Finding> findings = new ArrayList<>();
        List<String> repositories = texts("sourceRepos").stream().map(identity).toList();
        application.sources().stream()
                .map(ApplicationSource::repositoryUrl)
                .distinct()
                .filter(each -> !Globs.admits(repositories, identity.apply(each)))
                .forEach(each ->
                        findings.add(refusal(application, "reads \"" + each + "\"", String.join(", ", repositories))));
        if (!admitsDestination(application.cluster(), application.namespace())) {
            findings.add(refusal(
                    application,
                    "goes to namespace \"" + application.namespace() + "\" of \"" + application.cluster() + "\"",
                    destinations()));
        }
        return findings;
    }

    /** Everything that the project does not permit of these objects; each sort of them is looked up once. */
    public List<Finding> refusals(Application application, List<Resource> objects) {
        Map<Sort, Optional<Reason>> reasons = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource object : objects) {
            String namespace = object.namespace() == null ? application.namespace() : object.namespace();
            Sort sort = new Sort(object.apiVersion(), object.kind(), namespace);
            reasons.computeIfAbsent(sort, _ -> reason(application, object, namespace))
                    .map(reason -> refusal(application, "holds " + object + reason.words(), reason.expected()))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private record Sort(String apiVersion, String kind, String namespace) {}

    private record Reason(String words, String expected) {}

    private Optional<Reason> reason(Application application, Resource object, String namespace) {
        if (Scopes.isClusterScoped(object)) {
            return admitsKind("clusterResourceWhitelist", object)
                    ? Optional.empty()
                    : Optional.of(new Reason(", which belongs to the whole cluster", "none"));
        }
        if (!admitsDestination(application.cluster(), namespace)) {
            return Optional.of(new Reason(" in namespace \"" + namespace + "\"", destinations()));
        }
        return admitsKind("namespaceResourceBlacklist", object) || !whitelisted(object)
                ? Optional.of(new Reason(", a kind that is excluded", "other kinds"))
                : Optional.empty();
    }

    private boolean whitelisted(Resource kind) {
        return object.list("spec", "namespaceResourceWhitelist").isEmpty()
                || admitsKind("namespaceResourceWhitelist", kind);
    }

    private boolean admitsKind(String list, Resource kind) {
        return object.list("spec", list).stream()
                .anyMatch(each -> each instanceof Map<?, ?> map
                        && Globs.matches(String.valueOf(map.get("group")), kind.group())
                        && Globs.matches(String.valueOf(map.get("kind")), kind.kind()));
    }

    private boolean admitsDestination(String cluster, String namespace) {
        boolean admitted = false;
        for (Object each : object.list("spec", "destinations")) {
            Map<?, ?> map = each instanceof Map<?, ?> entry ? entry : Map.of();
            Object name = map.get("name") == null ? map.get("server") : map.get("name");
            String at =
                    String.valueOf(name).equals("https://kubernetes.default.svc") ? "in-cluster" : String.valueOf(name);
            String in = String.valueOf(map.get("namespace"));
            if ((at.startsWith("!") && Globs.matches(at.substring(1), cluster))
                    || (in.startsWith("!") && Globs.matches(in.substring(1), namespace))) {
                return false;
            }
            admitted = admitted || (Globs.matches(at, cluster) && Globs.matches(in, namespace));
        }
        return admitted;
    }

    private String destinations() {
        return object.list("spec", "destinations").stream()
                .map(each -> each instanceof Map<?, ?> entry ? entry : Map.of())
                .map(entry -> "namespace \"" + entry.get("namespace") + "\" of \""
                        + (entry.get("name") == null ? entry.get("server") : entry.get("name")) + "\"")
                .collect(Collectors.joining(", or "));
    }

    private List<String> texts(String list) {
        return object.list("spec", list).stream().map(String::valueOf).toList();
    }

    private Finding refusal(Application application, String what, String expected) {
        return new Finding(
                application.file(),
                "The Application \"" + application.name() + "\" " + what + ", which its project \"" + name
                        + "\" does not permit.",
                expected,
                "Change the Application, or " + file + ".");
    }
}
