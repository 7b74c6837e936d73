package dev.slipway.services.configuration;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.git.FileChange;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.services.ServicesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One variable of an overlay gets another value, or goes.
 *
 * @param value null to take it away
 */
record VariableEdit(
        FileTree tree,
        Overlay overlay,
        String variable,
        @Nullable String value) {

    /** A file with its new text. */
    private record Edited(String file, String text) {

        /** The tree with it. */
        FileTree in(FileTree tree) {
            return PatchedTree.of(tree).put(file, FileContent.text(text)).build();
        }

        /** It keeps its mode. */
        FileChange.Put change(FileTree tree) {
            FileMode mode = tree.entry(file).orElseThrow().mode();
            return new FileChange.Put(file, new FileContent(text.getBytes(StandardCharsets.UTF_8), mode));
        }
    }

    /** Empty when it is so already. */
    Optional<VariableChange> plan() {
        List<VariableSite> sites = overlay.of(variable);
        if (sites.size() > 1) {
            throw refused("\"" + variable + "\" is set in " + sites.size() + " places: " + places(sites) + ".");
        }
        @Nullable String before = sites.isEmpty() ? null : valueOf(sites.getFirst());
        Optional<Edited> edited = edited(sites);
        edited.ifPresent(this::prove);
        return edited.map(each -> new VariableChange(before, each.change(tree)));
    }

    private Optional<Edited> edited(List<VariableSite> sites) {
        try {
            return sites.isEmpty()
                    ? add()
                    : at(sites.getFirst())
                            .map(text -> new Edited(sites.getFirst().file(), text));
        } catch (YamlException e) {
            throw refused(e.place() + ": " + e.reason());
        }
    }

    private Optional<Edited> add() {
        if (value == null) {
            return Optional.empty();
        }
        VariableList list = overlay.lists().stream()
                .findFirst()
                .orElseThrow(() -> refused("No file in " + overlay.directory() + " sets environment variables."));
        return Optional.of(new Edited(list.file(), list.with(text(list.file()), variable, value)));
    }

    private Optional<String> at(VariableSite site) {
        String text = text(site.file());
        if (value == null) {
            return Optional.of(site.list().without(text, site.index()));
        }
        return switch (site) {
            case VariableSite.Entry entry -> at(entry, text, value);
            case VariableSite.Literal literal ->
                literal.value().equals(value)
                        ? Optional.empty()
                        : Optional.of(literal.list().replaced(text, literal.index(), variable, value));
        };
    }

    private Optional<String> at(VariableSite.Entry entry, String text, String wished) {
        YamlScalar current = entry.value();
        if (current == null) {
            throw refused("\"" + variable + "\" takes its value from a Secret, a ConfigMap or a field: "
                    + places(List.of(entry)) + ".");
        }
        // A number without quotes is the same to a reader and an error to Kubernetes.
        return current.text().equals(wished) && current.value() instanceof String
                ? Optional.empty()
                : Optional.of(entry.list().replaced(text, entry.index(), variable, wished));
    }

    private String text(String file) {
        return tree.text(file).orElseThrow();
    }

    /** Reads the new text as kustomize will, because a file can be written in ways that this edit did not think of. */
    private void prove(Edited edited) {
        FileTree after = edited.in(tree);
        List<VariableSite> found =
                Overlay.read(after, overlay.directory()).orElseThrow().of(variable);
        boolean holds = value == null ? found.isEmpty() : found.size() == 1 && value.equals(valueOf(found.getFirst()));
        if (!holds) {
            throw refused(edited.file() + " is written in a way that cannot be changed from here.");
        }
    }

    static @Nullable String valueOf(VariableSite site) {
        return switch (site) {
            case VariableSite.Entry entry ->
                entry.value() == null ? null : entry.value().text();
            case VariableSite.Literal literal -> literal.value();
        };
    }

    private static String places(List<VariableSite> sites) {
        return sites.stream().map(site -> site.file() + ":" + site.line()).collect(Collectors.joining(", "));
    }

    private static ServicesException refused(String message) {
        return new ServicesException(
                ProblemCode.CONFLICT,
                Problem.at("name", message)
                        .expecting("an env list of a patch, or literals of a configMapGenerator, in the overlay")
                        .next("Change it in the service's repository."));
    }
}
