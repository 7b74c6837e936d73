package dev.slipway.gitops.validation.version;

import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When versions of the API went, and what took their place. */
public final class ApiVersions {

    private static final Map<String, Row> ROWS = rows();

    /** @param removed the first version that does not serve it; null while there is none */
    private record Row(
            KubernetesVersion deprecated, @Nullable KubernetesVersion removed, String instead) {}

    private ApiVersions() {}

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        for (List<String> row : Tables.read(ApiVersions.class, "api-versions.txt")) {
            KubernetesVersion removed = KubernetesVersion.parse(row.get(3)).orElse(null);
            rows.put(
                    row.get(0) + " " + row.get(1),
                    new Row(KubernetesVersion.parse(row.get(2)).orElseThrow(), removed, row.get(4)));
        }
        return rows;
    }

    /** Whether it is, or was, one of Kubernetes' own that goes or went. */
    public static boolean isKnown(Resource object) {
        return ROWS.containsKey(object.apiVersion() + " " + object.kind());
    }

    /** What is to be said of the object's version on such a cluster. */
    public static Optional<Violation> violation(Resource object, KubernetesVersion target) {
        Row row = ROWS.get(object.apiVersion() + " " + object.kind());
        if (row == null || !target.isAtLeast(row.deprecated())) {
            return Optional.empty();
        }
        String version = "\"" + object.apiVersion() + "\" of " + object.kind();
        String next = row.instead().equals("-")
                ? "Nothing takes its place: remove the object."
                : "Write " + row.instead() + "; its fields may differ.";
        return Optional.of(
                row.removed() != null && target.isAtLeast(row.removed())
                        ? Violation.error(
                                Rule.API_REMOVED,
                                "/apiVersion",
                                version + " is gone since Kubernetes " + row.removed() + "; this cluster has " + target
                                        + ".",
                                row.instead().equals("-") ? "" : row.instead(),
                                next)
                        : Violation.warning(
                                Rule.API_DEPRECATED,
                                "/apiVersion",
                                version + " is deprecated since Kubernetes " + row.deprecated()
                                        + (row.removed() == null ? "." : " and gone with " + row.removed() + "."),
                                row.instead().equals("-") ? "" : row.instead(),
                                next));
    }
}
