package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Disruption budgets, autoscalers, quotas, Pod Security levels, and permissions. */
public final class ProtectionReader implements FieldReader {

    private static final String POD_SECURITY = "pod-security.kubernetes.io/";
    private static final Set<String> BOUNDS =
            Set.of("minReplicas", "maxReplicas", "minReplicaCount", "maxReplicaCount", "idleReplicaCount");
    private static final Set<String> ROLES = Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

    @Override
    public Optional<Meaning> meaning(ObjectPair pair, Difference each) {
        Manifest manifest = pair.any();
        FieldPath path = each.path();
        String before = each.lineBefore();
        String after = each.lineAfter();
        boolean spec = path.startsWith("spec");
        String kind = manifest.object().kind();
        if (ROLES.contains(kind) && (path.has("rules") || path.has("subjects"))) {
            return Optional.of(new ProtectionMeaning.Permissions(manifest.words(), isEverything(manifest)));
        }
        return switch (kind) {
            case "PodDisruptionBudget" ->
                spec
                        ? Optional.of(new ProtectionMeaning.DisruptionBudget(
                                field(path), before, after, blocks(path.last(), after)))
                        : Optional.empty();
            case "HorizontalPodAutoscaler", "ScaledObject" ->
                spec ? Optional.of(autoscaler(path, each)) : Optional.empty();
            case "ResourceQuota", "LimitRange" ->
                spec ? Optional.of(new ProtectionMeaning.Quota(field(path), before, after)) : Optional.empty();
            case "Namespace" ->
                path.last().startsWith(POD_SECURITY)
                        ? Optional.of(new ProtectionMeaning.PodSecurity(
                                path.last().substring(POD_SECURITY.length()), before, after))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Such a budget lets no pod be evicted: Kubernetes' documentation, "Specifying a Disruption Budget". */
    private static boolean blocks(String field, @Nullable String after) {
        return field.equals("maxUnavailable")
                ? List.of("0", "0%").contains(String.valueOf(after))
                : field.equals("minAvailable") && "100%".equals(after);
    }

    /** A metric as a whole is too much for one line. */
    private static Meaning autoscaler(FieldPath path, Difference each) {
        if (isStructure(each.before()) || isStructure(each.after())) {
            return new ProtectionMeaning.AutoscalerMetrics();
        }
        boolean lower = BOUNDS.contains(path.last())
                && each.before() instanceof Number before
                && each.after() instanceof Number after
                && after.longValue() < before.longValue();
        return new ProtectionMeaning.AutoscalerField(field(path), each.lineBefore(), each.lineAfter(), lower);
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static boolean isEverything(Manifest manifest) {
        return manifest.object().list("rules").toString().contains("[*]")
                || manifest.object().text("roleRef", "name").orElse("").equals("cluster-admin");
    }

    /** Without {@code spec}. */
    private static String field(FieldPath path) {
        return path.toString().replaceFirst("^spec\\.(hard\\.?)?", "");
    }
}
