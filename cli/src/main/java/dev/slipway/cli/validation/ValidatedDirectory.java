package dev.slipway.cli.validation;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.render.Checkout;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.validation.Options;
import dev.slipway.gitops.validation.Subject;
import dev.slipway.gitops.validation.Validation;
import dev.slipway.gitops.validation.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A GitOps repository, or any directory with a kustomization or manifests. */
public final class ValidatedDirectory {

    private ValidatedDirectory() {}

    /** @throws CliException if there is nothing to validate */
    public static ValidationAnswer validate(LocalCheckout checkout, Options options) {
        Path directory = checkout.directory();
        Validation validation = new Validation();
        if (!hasKustomization(directory)) {
            Subject repository = Subject.of(checkout.read(options.versions(KubernetesVersions.read(checkout.files()))));
            if (!repository.declared().applications().isEmpty()) {
                return ValidationAnswer.of(validation.validate(repository, options), UnaryOperator.identity());
            }
        }
        Path root = Checkout.root(directory);
        String path = root.relativize(real(directory)).toString().replace('\\', '/');
        Subject alone = Subject.ofDirectory(new DirectoryTree(root), path, checkout.others(), options);
        ValidationReport report = validation.validate(alone, options);
        if (report.objects() == 0 && report.unreadable().isEmpty()) {
            throw nothing(directory);
        }
        return ValidationAnswer.of(report, place -> seen(root, path, place));
    }

    private static CliException nothing(Path directory) {
        return new CliException(
                ExitCode.NOT_FOUND,
                new CliProblem(
                        "DIR",
                        "There is nothing to validate in \"" + directory + "\".",
                        "Argo CD Applications (bootstrap/root.yaml, or manifests at any depth), a kustomization.yaml,"
                                + " or manifests of Kubernetes (*.yaml, *.yml, *.json)",
                        "Name a directory that has some."));
    }

    /** Within the directory from there; what a kustomization takes from elsewhere with its whole path. */
    private static String seen(Path root, String path, String place) {
        if (path.isEmpty() || place.contains("://")) {
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
