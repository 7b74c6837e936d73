package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Images;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** There are containers, with names that tell them apart and with images. */
final class ContainerCheck implements PodCheck {

    private static final List<String> FOR_STAYING =
            List.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle");

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        if (pods.spec().containsKey("containers") && pods.list("containers").isEmpty()) {
            found.accept(refused(pods.pointer() + "/containers", "There is no container.", "at least one"));
        }
        Set<String> main = pods.containers().stream()
                .filter(each -> each.kind() == Kind.MAIN)
                .map(Container::name)
                .collect(Collectors.toSet());
        for (Container container : pods.containers()) {
            named(container, main, found);
            image(container, found);
            if (container.kind() == Kind.INIT) {
                ends(container, found);
            }
            escalation(container, found);
        }
    }

    private static void image(Container container, Consumer<Violation> found) {
        String at = container.pointer() + "/image";
        String image = text(container, "image");
        if (image.isEmpty()) {
            found.accept(refused(at, "The container \"" + container.name() + "\" has no image.", "an image"));
        } else if (!image.isBlank() && !Images.isReference(image)) {
            found.accept(Violation.error(
                    Rule.IMAGE, at, "\"" + image + "\" is no image.", Images.EXPECTED, "No node can pull it."));
        }
    }

    private static void named(Container container, Set<String> main, Consumer<Violation> found) {
        String at = container.pointer() + "/name";
        if (container.content().containsKey("name") && !Names.isLabel(container.name())) {
            found.accept(refused(at, "\"" + container.name() + "\" is no name for a container.", Names.LABEL));
        } else if (container.kind() != Kind.MAIN && main.contains(container.name())) {
            found.accept(refused(
                    at, "\"" + container.name() + "\" is the name of another container of the pod.", "each name once"));
        }
    }

    private static void ends(Container container, Consumer<Violation> found) {
        for (String field : FOR_STAYING) {
            if (container.at(field) != null) {
                found.accept(refused(
                        container.pointer() + "/" + field,
                        "The init container \"" + container.name() + "\" runs to its end and has no " + field + ".",
                        "restartPolicy: Always, which makes it a sidecar, or no " + field));
            }
        }
    }

    private static void escalation(Container container, Consumer<Violation> found) {
        if (Boolean.FALSE.equals(container.at("securityContext", "allowPrivilegeEscalation"))
                && Boolean.TRUE.equals(container.at("securityContext", "privileged"))) {
            found.accept(refused(
                    container.pointer() + "/securityContext/allowPrivilegeEscalation",
                    "The container \"" + container.name() + "\" is privileged and may not gain privileges.",
                    "one of privileged: true and allowPrivilegeEscalation: false"));
        }
    }

    private static String text(Container container, String field) {
        String text = Values.text(container.content(), field);
        return text == null ? "" : text;
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.CONTAINERS, at, what, expected);
    }
}
