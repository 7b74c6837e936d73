package dev.slipway.cli.validation;

import dev.slipway.cli.render.Checkout;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.validation.Options;
import dev.slipway.gitops.validation.Subject;
import dev.slipway.gitops.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A GitOps repository, or any directory with a kustomization or manifests. */
public final class ValidatedDirectory {

    private ValidatedDirectory() {}

    /**
     * @param directory one that is there
     * @param others other repositories' checkouts by URL
     */
    public static ValidationAnswer validate(Path directory, Map<String, FileTree> others, Options options) {
        Validation validation = new Validation();
        if (!hasKustomization(directory)) {
            Subject repository =
                    Subject.of(dev.slipway.gitops.checkout.Checkout.read(new DirectoryTree(directory), others));
            if (!repository.declared().applications().isEmpty()) {
                return ValidationAnswer.of(validation.validate(repository, options), UnaryOperator.identity());
            }
        }
        Path root = Checkout.around(directory, null).root();
        String path = root.relativize(real(directory)).toString().replace('\\', '/');
        Subject alone = Subject.ofDirectory(new DirectoryTree(root), path);
        return ValidationAnswer.of(validation.validate(alone, options), place -> seen(root, path, place));
    }

    /** Within the directory from there; what a kustomization takes from elsewhere with its whole path. */
    private static String seen(Path root, String path, String place) {
        if (path.isEmpty()) {
            return place;
        }
        return place.startsWith(path + "/")
                ? place.substring(path.length() + 1)
                : root.resolve(place).toString();
    }

    private static boolean hasKustomization(Path directory) {
        return Stream.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                .anyMatch(name -> Files.isRegularFile(directory.resolve(name)));
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
