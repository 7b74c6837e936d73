package dev.slipway.gitops.validation;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Scopes;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.gitops.places.Places;
import dev.slipway.gitops.refusals.Refusals;
import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.ownership.OwnershipCheck;
import dev.slipway.gitops.validation.podsecurity.PodSecurityCheck;
import dev.slipway.gitops.validation.quota.LimitRangeCheck;
import dev.slipway.gitops.validation.quota.QuotaCheck;
import dev.slipway.gitops.validation.reference.BindingCheck;
import dev.slipway.gitops.validation.reference.CertificateCheck;
import dev.slipway.gitops.validation.reference.ClassCheck;
import dev.slipway.gitops.validation.reference.DisruptionBudgetCheck;
import dev.slipway.gitops.validation.reference.GatewayCheck;
import dev.slipway.gitops.validation.reference.NetworkPolicyCheck;
import dev.slipway.gitops.validation.reference.OwnPodsCheck;
import dev.slipway.gitops.validation.reference.PodNeedsCheck;
import dev.slipway.gitops.validation.reference.RouteCheck;
import dev.slipway.gitops.validation.reference.ScaleTargetCheck;
import dev.slipway.gitops.validation.reference.ServiceCheck;
import dev.slipway.gitops.validation.schema.Schemas;
import dev.slipway.gitops.validation.sync.LastAppliedCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Validates every object that a tree declares. Keeps what it found of objects that stay as they are: hold on to it. Safe for use
 * by several threads.
 */
public final class Validation {

    private static final List<Check> CHECKS = List.of(
            new OwnershipCheck(),
            new LastAppliedCheck(),
            new OwnPodsCheck(),
            new PodNeedsCheck(),
            new ServiceCheck(),
            new RouteCheck(),
            new CertificateCheck(),
            new GatewayCheck(),
            new ScaleTargetCheck(),
            new DisruptionBudgetCheck(),
            new NetworkPolicyCheck(),
            new BindingCheck(),
            new ClassCheck(),
            new PodSecurityCheck(),
            new QuotaCheck(),
            new LimitRangeCheck());

    private final HeldSchemas held = new HeldSchemas();
    private final ObjectChecks objects = new ObjectChecks();

    public ValidationReport validate(Subject subject) {
        return validate(subject, Options.none());
    }

    public ValidationReport validate(Subject subject, Options options) {
        Clusters clusters = new Clusters(subject.landscape());
        HeldSchemas.Held schemas = held.read(subject, options, clusters);
        ClusterVersions versions = ClusterVersions.read(subject.tree(), options);
        Findings findings = new Findings(new Placements(subject.landscape()));
        List<Managed> all = subject.declared().applications().parallelStream()
                .flatMap(application -> {
                    String cluster = clusters.of(application);
                    // What an object is alone is found by all processors, and only collected in order.
                    objects.of(application, cluster, schemas.schemas(), versions.of(cluster));
                    return managed(application, cluster, schemas.schemas());
                })
                .toList();
        alone(all, subject, findings, clusters, schemas.schemas(), versions);
        new LoneManifests(subject, schemas.schemas(), findings).check(all);
        Inventory inventory = new Inventory(all);
        CHECKS.forEach(check -> check.check(inventory, findings::add));
        Coverage coverage = new Coverage(all, schemas.schemas());
        coverage.missing(findings::add);
        return new ValidationReport(
                subject.declared().applications().size(),
                all.size(),
                findings.sorted(),
                unreadable(subject, schemas.problems()),
                Stream.concat(versions.unchecked(all.stream().map(Managed::cluster)), coverage.unchecked().stream())
                        .toList(),
                new Places(subject.sources(), subject.repository()));
    }

    private static Stream<Managed> managed(RenderedApplication application, String cluster, Schemas schemas) {
        return application.objects().stream().map(object -> {
            boolean outside = Scopes.isClusterScoped(object) || schemas.isClusterScoped(cluster, object);
            String namespace = outside
                    ? ""
                    : Objects.requireNonNullElse(
                            object.namespace(), application.application().namespace());
            return new Managed(application, cluster, namespace, object);
        });
    }

    private void alone(
            List<Managed> all,
            Subject subject,
            Findings findings,
            Clusters clusters,
            Schemas schemas,
            ClusterVersions versions) {
        int next = 0;
        for (RenderedApplication application : subject.declared().applications()) {
            String cluster = clusters.of(application);
            for (var violations : objects.of(application, cluster, schemas, versions.of(cluster))) {
                Managed object = all.get(next++);
                violations.forEach(each -> findings.add(object, each));
            }
        }
        all.forEach(each -> Ignored.of(each.object()).violations().forEach(found -> findings.add(each, found)));
    }

    private static List<Finding> unreadable(Subject subject, List<Finding> problems) {
        List<Finding> unreadable = new ArrayList<>(problems);
        unreadable.addAll(subject.declared().findings());
        subject.declared().applications().forEach(each -> {
            unreadable.addAll(each.findings());
            unreadable.addAll(new Refusals(subject.landscape()).of(each));
        });
        return unreadable;
    }
}
