package dev.slipway.gitops.parity.dependencies;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.parity.facts.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one environment says of its dependencies: whether their credentials reach the pods, and what is called undeclared. */
public final class DependencyCheck {

    /** Where dependencies are declared. */
    public static final String OBJECT = "deploy/dependencies.yaml";

    private DependencyCheck() {}

    /** Why a declaration says nothing; empty when it was read. */
    public static List<String> reasons(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Missing missing -> List.of(missing.reason());
            case Declaration.Malformed malformed ->
                malformed.findings().stream().map(DependencyCheck::words).toList();
            case Declaration.Read _ -> List.of();
        };
    }

    private static String words(Finding finding) {
        return finding.where() + ": " + finding.what()
                + (finding.expected().isEmpty() ? "" : " Expected: " + finding.expected() + ".")
                + (finding.next().isEmpty() ? "" : " " + finding.next());
    }

    /** The dependencies that are declared; none while the declaration cannot be read. */
    public static List<Dependency> declared(Declaration declaration) {
        return declaration instanceof Declaration.Read read ? read.dependencies() : List.of();
    }

    /** Why the credential that an endpoint needs does not reach a container; empty when it does, or none is needed. */
    public static Optional<String> missing(Endpoint endpoint, Manifests manifests) {
        return endpoint.credential() == null
                ? Optional.empty()
                : CredentialUse.missing(endpoint.credential(), manifests);
    }

    /** Hosts that manifests name and no dependency of this environment covers, each with where it stands. */
    public static Map<String, String> undeclared(
            String environment, List<Dependency> dependencies, Manifests manifests) {
        Map<String, String> hosts = Egress.of(manifests);
        hosts.keySet()
                .removeIf(host -> dependencies.stream()
                        .anyMatch(each -> each.in(environment)
                                .filter(at -> at.covers(host))
                                .isPresent()));
        return hosts;
    }
}
