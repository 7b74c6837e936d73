package dev.slipway.gitops.parity;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.terms.Amounts;
import dev.slipway.gitops.parity.terms.ApiVersions;
import dev.slipway.gitops.parity.terms.Commands;
import dev.slipway.gitops.parity.terms.Environment;
import dev.slipway.gitops.parity.terms.Ingresses;
import dev.slipway.gitops.parity.terms.Namespaces;
import dev.slipway.gitops.parity.terms.NetworkPolicies;
import dev.slipway.gitops.parity.terms.Ports;
import dev.slipway.gitops.parity.terms.Probes;
import dev.slipway.gitops.parity.terms.SecretKeys;
import dev.slipway.gitops.parity.terms.SecurityContexts;
import dev.slipway.gitops.parity.terms.Selectors;
import dev.slipway.gitops.parity.terms.VolumeMounts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One aspect in which environments are compared. Whether it must match is the platform definition's word. */
public enum Term {
    COMMAND(true, "what containers start"),
    PROBES(true, "how life and readiness are told"),
    PORTS(true, "ports of containers and Services"),
    SELECTORS(true, "what chooses the pods"),
    VOLUME_MOUNTS(true, "what is mounted where"),
    SECURITY_CONTEXT(true, "what containers may do, as whom"),
    ENV_NAMES(true, "which variables and keys of configuration there are"),
    SECRET_KEYS(true, "which keys of which Secrets are used"),
    API_VERSIONS(true, "which objects there are, by which version of the API"),
    NETWORK_POLICY(true, "who may talk to whom"),
    POD_SECURITY(true, "what the namespace demands of pods"),
    INGRESS_PATTERN(true, "how requests come in, whatever the host"),
    DEPENDENCY_TLS(true, "what is called, with which TLS and credentials"),
    REPLICAS(false, "how many, and what scales and guards them"),
    RESOURCES(false, "processor, memory, disk"),
    HOSTS(false, "names under which it is reached"),
    IMAGE(false, "images"),
    ENV_VALUES(false, "values of variables and of configuration"),
    QUOTA(false, "how much room the namespace has");

    private final boolean mustMatch;
    private final String words;

    Term(boolean mustMatch, String words) {
        this.mustMatch = mustMatch;
        this.words = words;
    }

    /** As in platform.yaml, for example {@code volume-mounts}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    /** Whether it must match where a definition says nothing. */
    public boolean mustMatchByDefault() {
        return mustMatch;
    }

    /** What the manifests say of it; of dependencies they alone say nothing. */
    Facts facts(Manifests manifests) {
        return switch (this) {
            case COMMAND -> Commands.of(manifests);
            case PROBES -> Probes.of(manifests);
            case PORTS -> Ports.of(manifests);
            case SELECTORS -> Selectors.of(manifests);
            case VOLUME_MOUNTS -> VolumeMounts.of(manifests);
            case SECURITY_CONTEXT -> SecurityContexts.of(manifests);
            case ENV_NAMES -> Environment.names(manifests);
            case SECRET_KEYS -> SecretKeys.of(manifests);
            case API_VERSIONS -> ApiVersions.of(manifests);
            case NETWORK_POLICY -> NetworkPolicies.of(manifests);
            case POD_SECURITY -> Namespaces.podSecurity(manifests);
            case INGRESS_PATTERN -> Ingresses.pattern(manifests);
            case DEPENDENCY_TLS -> new Facts();
            case REPLICAS -> Amounts.replicas(manifests);
            case RESOURCES -> Amounts.resources(manifests);
            case HOSTS -> Ingresses.hosts(manifests);
            case IMAGE -> Amounts.images(manifests);
            case ENV_VALUES -> Environment.values(manifests);
            case QUOTA -> Namespaces.quota(manifests);
        };
    }

    public static Optional<Term> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Term::key).toList();
    }
}
