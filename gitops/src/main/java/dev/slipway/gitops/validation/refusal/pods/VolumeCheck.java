package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Volumes have names and one source, and are mounted somewhere below themselves. */
final class VolumeCheck implements PodCheck {

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        List<@Nullable Object> volumes = pods.list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            Map<String, @Nullable Object> volume = Values.asMap(volumes.get(i));
            if (volume != null) {
                volume(volume, pods.pointer() + "/volumes/" + i, found);
            }
        }
        for (Container container : pods.containers()) {
            List<?> mounts = container.list("volumeMounts");
            for (int i = 0; i < mounts.size(); i++) {
                mount(mounts.get(i), container.pointer() + "/volumeMounts/" + i, found);
            }
        }
    }

    private static void volume(Map<String, @Nullable Object> volume, String at, Consumer<Violation> found) {
        String name = Values.text(volume, "name");
        if (name != null && !Names.isLabel(name)) {
            found.accept(refused(at + "/name", "\"" + name + "\" is no name for a volume.", Names.LABEL));
        }
        List<String> sources = volume.entrySet().stream()
                .filter(each -> !each.getKey().equals("name") && each.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (sources.size() > 1) {
            found.accept(refused(
                    at, "The volume \"" + name + "\" has " + String.join(" and ", sources) + ".", "one source"));
        }
        String path = Values.text(volume, "hostPath", "path");
        if (path != null && Arrays.asList(path.split("/", -1)).contains("..")) {
            found.accept(refused(at + "/hostPath/path", "\"" + path + "\" goes back.", "a path without \"..\""));
        }
        for (String source : List.of("configMap", "secret")) {
            List<@Nullable Object> items = Values.list(volume, source, "items");
            for (int i = 0; items != null && i < items.size(); i++) {
                within(Values.text(items.get(i), "path"), at + "/" + source + "/items/" + i + "/path", found);
            }
        }
    }

    private static void mount(@Nullable Object mount, String at, Consumer<Violation> found) {
        if ("".equals(Values.text(mount, "mountPath"))) {
            found.accept(refused(at + "/mountPath", "Where it is mounted is not said.", "a path in the container"));
        }
        String path = Objects.requireNonNullElse(Values.text(mount, "subPath"), "");
        String expression = Objects.requireNonNullElse(Values.text(mount, "subPathExpr"), "");
        if (!path.isEmpty() && !expression.isEmpty()) {
            found.accept(refused(at + "/subPathExpr", "There is a subPath as well.", "one of the two"));
        }
        within(path, at + "/subPath", found);
        within(expression, at + "/subPathExpr", found);
    }

    private static void within(@Nullable String path, String at, Consumer<Violation> found) {
        if (path != null
                && (path.startsWith("/") || Arrays.asList(path.split("/", -1)).contains(".."))) {
            found.accept(
                    refused(at, "\"" + path + "\" leads out of the volume.", "a path from its root, without \"..\""));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.VOLUMES, at, what, expected);
    }
}
