package dev.slipway.gitops.validation;

import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.refusal.data.DataKeyCheck;
import dev.slipway.gitops.validation.refusal.data.DefinitionCheck;
import dev.slipway.gitops.validation.refusal.data.ExpressionCheck;
import dev.slipway.gitops.validation.refusal.data.LimitBoundsCheck;
import dev.slipway.gitops.validation.refusal.data.PermissionCheck;
import dev.slipway.gitops.validation.refusal.data.PriorityCheck;
import dev.slipway.gitops.validation.refusal.data.SecretTypeCheck;
import dev.slipway.gitops.validation.refusal.data.VolumeClaimCheck;
import dev.slipway.gitops.validation.refusal.network.IngressCheck;
import dev.slipway.gitops.validation.refusal.network.PolicyCheck;
import dev.slipway.gitops.validation.refusal.network.ServicePortCheck;
import dev.slipway.gitops.validation.refusal.network.ServiceTypeCheck;
import dev.slipway.gitops.validation.refusal.pods.PodChecks;
import dev.slipway.gitops.validation.refusal.workloads.AutoscalerCheck;
import dev.slipway.gitops.validation.refusal.workloads.BudgetCheck;
import dev.slipway.gitops.validation.refusal.workloads.CronJobCheck;
import dev.slipway.gitops.validation.refusal.workloads.JobCheck;
import dev.slipway.gitops.validation.refusal.workloads.StrategyCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.schema.KindSchema;
import dev.slipway.gitops.validation.schema.NameCheck;
import dev.slipway.gitops.validation.schema.SchemaCheck;
import dev.slipway.gitops.validation.schema.Schemas;
import dev.slipway.gitops.validation.version.ApiVersions;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with each object alone. What was found for the same objects is kept; safe for use by several threads. */
final class ObjectChecks {

    private static final List<ObjectCheck> CHECKS = List.of(
            new PodChecks(),
            new StrategyCheck(),
            new JobCheck(),
            new CronJobCheck(),
            new AutoscalerCheck(),
            new BudgetCheck(),
            new ServicePortCheck(),
            new ServiceTypeCheck(),
            new IngressCheck(),
            new PolicyCheck(),
            new DataKeyCheck(),
            new SecretTypeCheck(),
            new ExpressionCheck(),
            new VolumeClaimCheck(),
            new LimitBoundsCheck(),
            new PriorityCheck(),
            new DefinitionCheck(),
            new PermissionCheck());

    private static final int MOST_KEPT = 20_000;

    private final Map<Key, List<List<Violation>>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<List<Violation>>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param fingerprint of the objects */
    private record Key(String fingerprint, String cluster, Schemas schemas, KubernetesVersion version) {}

    /** For each object of the Application, in its order. */
    List<List<Violation>> of(
            RenderedApplication application, String cluster, Schemas schemas, KubernetesVersion version) {
        Key key = new Key(application.fingerprint(), cluster, schemas, version);
        synchronized (kept) {
            List<List<Violation>> known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        List<List<Violation>> found = application.objects().stream()
                .map(object -> violations(object, cluster, schemas, version))
                .toList();
        synchronized (kept) {
            kept.put(key, found);
        }
        return found;
    }

    private static List<Violation> violations(
            Resource object, String cluster, Schemas schemas, KubernetesVersion version) {
        List<Violation> violations = new ArrayList<>();
        Optional<Violation> old = ApiVersions.violation(object, version);
        old.ifPresent(violations::add);
        Optional<KindSchema> schema = schemas.find(cluster, object);
        if (schema.isPresent()) {
            violations.addAll(SchemaCheck.violations(schema.get(), object));
        } else if (old.isEmpty() && schemas.isKubernetes(object)) {
            violations.add(unknown(object, schemas.meant(object)));
        }
        violations.addAll(NameCheck.violations(object));
        CHECKS.forEach(check -> check.check(object, violations::add));
        return List.copyOf(violations);
    }

    private static Violation unknown(Resource object, String meant) {
        if (object.apiVersion().isEmpty()) {
            return Violation.error(
                    Rule.SCHEMA_MISSING,
                    "",
                    "It has no apiVersion.",
                    "apiVersion and kind",
                    meant.isEmpty() ? "Add it." : "Did you mean \"" + meant + "\"?");
        }
        return Violation.error(
                Rule.SCHEMA_MISSING,
                "/kind",
                "Kubernetes " + KubernetesVersion.NEWEST + " has no " + object.apiVersion() + " " + object.kind() + ".",
                "",
                meant.isEmpty() ? "Correct apiVersion and kind." : "Did you mean \"" + meant + "\"?");
    }
}
