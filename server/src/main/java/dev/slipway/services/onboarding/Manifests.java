package dev.slipway.services.onboarding;

import dev.slipway.builds.BuildForecasts;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.scaffolder.SharedManifests;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that a service gets: those that golden paths share, as far as its repository has none of its own. */
@Component
class Manifests {

    private static final String OVERLAYS = "deploy/overlays/";
    private static final String PREVIEW = "preview";
    private static final String PRODUCTION = "production";
    private static final String OTHERS = "staging";
    private static final List<String> OWNERS = List.of("CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS");
    private static final List<String> CATALOG = List.of("catalog-info.yaml", "catalog-info.yml");
    private static final String ELSEWHERE = """
            # Another CI builds this service and reports each image with POST /api/v1/builds.
            # Without this file Slipway would try to build it, and fail.
            apiVersion: slipway.dev/v1
            kind: Build
            spec:
              by: elsewhere
            """;

    private final SharedManifests shared;
    private final Platforms platforms;

    Manifests(SharedManifests shared, Platforms platforms) {
        this.shared = shared;
        this.platforms = platforms;
    }

    /** @param kept sentences on what is there already and stays */
    record Proposal(SortedMap<String, FileContent> files, List<String> kept) {}

    Proposal propose(Onboarding onboarding, Detection detection, FileTree tree) {
        SortedMap<String, FileContent> rendered =
                shared.render(List.of(detection.template(), "java-service"), values(onboarding, detection));
        SortedMap<String, FileContent> files = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        if (tree.entry("deploy").isPresent()) {
            kept.add(
                    "`deploy/` is there already: it stays as it is. Environments are those with `deploy/overlays/<environment>/kustomization.yaml`.");
        } else {
            files.putAll(deploy(rendered, onboarding));
        }
        add(tree, CATALOG, rendered, files, kept);
        add(tree, OWNERS, rendered, files, kept);
        if (!detection.builtHere() && !tree.isFile(BuildForecasts.ELSEWHERE)) {
            files.put(BuildForecasts.ELSEWHERE, FileContent.text(ELSEWHERE));
        }
        return new Proposal(files, kept);
    }

    private static void add(
            FileTree tree,
            List<String> names,
            Map<String, FileContent> rendered,
            Map<String, FileContent> files,
            List<String> kept) {
        names.stream()
                .filter(name -> tree.entry(name).isPresent())
                .findFirst()
                .ifPresentOrElse(
                        name -> kept.add("`" + name + "` is there already: it stays as it is."),
                        () -> files.put(names.getFirst(), rendered.get(names.getFirst())));
    }

    /** Base, and an overlay for each environment of the definition: one that golden paths do not know is like staging. */
    private SortedMap<String, FileContent> deploy(Map<String, FileContent> rendered, Onboarding onboarding) {
        SortedMap<String, FileContent> files = new TreeMap<>();
        PlatformDefinition definition = platforms.current();
        rendered.forEach((path, content) -> {
            if (path.startsWith("deploy/") && !path.startsWith(OVERLAYS)) {
                files.put(path, content);
            }
        });
        for (Environment environment : definition.environments()) {
            boolean last = isProduction(definition, environment);
            if (!last || onboarding.wish().production()) {
                overlay(rendered, environment.name().value(), last ? PRODUCTION : OTHERS, files);
            }
        }
        if (definition.previewRules().isPresent()) {
            overlay(rendered, PREVIEW, PREVIEW, files);
        }
        return files;
    }

    private static boolean isProduction(PlatformDefinition definition, Environment environment) {
        return environment.name().value().equals(PRODUCTION)
                || (environment.equals(definition.environments().getLast())
                        && environment
                                .promotion()
                                .filter(rule -> rule.trigger() != PromotionRule.Trigger.AUTOMATIC)
                                .isPresent());
    }

    private static void overlay(
            Map<String, FileContent> rendered, String name, String like, Map<String, FileContent> files) {
        String own = OVERLAYS + name + "/";
        boolean known = rendered.keySet().stream().anyMatch(path -> path.startsWith(own));
        String from = known ? own : OVERLAYS + like + "/";
        rendered.forEach((path, content) -> {
            if (path.startsWith(from)) {
                files.put(own + path.substring(from.length()), content);
            }
        });
    }

    private static Map<String, @Nullable Object> values(Onboarding onboarding, Detection detection) {
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        paths.put("alive", detection.alive());
        paths.put("ready", detection.ready());
        paths.put("metrics", detection.metrics());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", onboarding.service().value());
        values.put("team", onboarding.team().value());
        String description = onboarding.wish().description();
        values.put("description", description.isBlank() ? "A service of team " + onboarding.team() : description);
        values.put("production", onboarding.wish().production());
        values.put("replicas", (long) onboarding.wish().replicas());
        values.put("tags", detection.tags());
        values.put("port", (long) detection.port());
        values.put("paths", paths);
        values.put("smoke", detection.smoke());
        values.put(
                "memory",
                Map.of("request", "256Mi", "limit", "512Mi", "productionRequest", "384Mi", "productionLimit", "768Mi"));
        values.put(
                "variables",
                detection.variables().entrySet().stream()
                        .map(variable -> Map.of("name", variable.getKey(), "value", variable.getValue()))
                        .toList());
        values.put("settings", List.of());
        return values;
    }
}
