package dev.slipway.gitops;

import dev.slipway.gitops.manifest.Fields;
import dev.slipway.kustomize.ImageOverride;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.Overrides.Labelling;
import dev.slipway.kustomize.PatchOverride;
import dev.slipway.kustomize.ReplicaOverride;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an Application's {@code kustomize}. */
final class KustomizeOverrides {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");

    private KustomizeOverrides() {}

    /** @throws IllegalArgumentException if an override is malformed */
    static Overrides of(Fields kustomize) {
        return new Overrides(
                kustomize.text("namespace"),
                kustomize.text("namePrefix"),
                kustomize.text("nameSuffix"),
                kustomize.texts("images").stream().map(ImageOverride::parse).toList(),
                kustomize.maps("replicas").stream()
                        .map(KustomizeOverrides::replica)
                        .toList(),
                kustomize.pairs("commonLabels"),
                kustomize.pairs("commonAnnotations"),
                labelling(kustomize),
                kustomize.texts("components"),
                kustomize.flag("ignoreMissingComponents"),
                kustomize.maps("patches").stream()
                        .map(KustomizeOverrides::patch)
                        .toList());
    }

    private static Labelling labelling(Fields kustomize) {
        if (!kustomize.flag("labelWithoutSelector")) {
            return Labelling.SELECTORS;
        }
        return kustomize.flag("labelIncludeTemplates") ? Labelling.TEMPLATES : Labelling.METADATA;
    }

    private static ReplicaOverride replica(Fields replica) {
        String count = replica.textOr("count", "");
        if (!replica.has("name") || !count.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "An entry of kustomize.replicas needs name and count, a whole number, not \"" + replica.content()
                            + "\".");
        }
        return new ReplicaOverride(replica.textOr("name", ""), Long.parseLong(count));
    }

    private static PatchOverride patch(Fields patch) {
        Map<String, String> options = patch.pairs("options");
        return new PatchOverride(
                patch.text("path"),
                patch.text("patch"),
                patch.has("target") ? patch.pairs("target") : null,
                "true".equals(options.get("allowNameChange")),
                "true".equals(options.get("allowKindChange")));
    }

    /** What annotations may name with {@code commonAnnotationsEnvsubst}: Argo CD's environment of a build. */
    static Map<String, String> environment(Application application, ApplicationSource source, String commit) {
        return Map.of(
                "ARGOCD_APP_NAME",
                application.name(),
                "ARGOCD_APP_NAMESPACE",
                application.namespace(),
                "ARGOCD_APP_PROJECT_NAME",
                application.project(),
                "ARGOCD_APP_REVISION",
                commit,
                "ARGOCD_APP_REVISION_SHORT",
                cut(commit, 7),
                "ARGOCD_APP_REVISION_SHORT_8",
                cut(commit, 8),
                "ARGOCD_APP_SOURCE_REPO_URL",
                source.repositoryUrl(),
                "ARGOCD_APP_SOURCE_PATH",
                source.path(),
                "ARGOCD_APP_SOURCE_TARGET_REVISION",
                source.revision());
    }

    private static String cut(String commit, int length) {
        return commit.substring(0, Math.min(length, commit.length()));
    }

    static Overrides substituted(Overrides overrides, Map<String, String> environment) {
        Map<String, String> annotations = new java.util.LinkedHashMap<>();
        overrides.commonAnnotations().forEach((key, value) -> annotations.put(key, substituted(value, environment)));
        return overrides.withCommonAnnotations(annotations);
    }

    private static String substituted(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        environment.getOrDefault(match.group(1) == null ? match.group(2) : match.group(1), "")));
    }

    /** Only the variables of a build are replaced; what else begins with a dollar sign stays. */
    static String known(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(environment.getOrDefault(
                        match.group(1) == null ? match.group(2) : match.group(1), match.group())));
    }

    static List<String> words(Fields source) {
        return source.has("plugin")
                ? List.of("It is made by the plugin \"" + source.map("plugin").textOr("name", "")
                        + "\", a program: programs of others are not run while reading.")
                : List.of();
    }
}
