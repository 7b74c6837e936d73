package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MountedTree;
import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.TemplateTree;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory with a template. Files that several templates share stand in a directory {@code shared} beside theirs; each of them
 * has it as its own {@code shared/}, as the platform repository has it. In a Git checkout it may take files from all of that.
 *
 * @param file the template's file
 */
public record TemplateDirectory(Path file, FileTree tree) {

    static final String FILE = "template.yaml";
    private static final String SHARED = "shared";

    /**
     * The template of this directory, or of this file.
     *
     * @throws CliException when there is none
     */
    public static TemplateDirectory at(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        if (!Files.isRegularFile(file)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem(
                            "DIR", "There is no " + FILE + " in \"" + path + "\".", "a template's directory", null));
        }
        Path directory = directory(file);
        FileTree tree = new DirectoryTree(directory);
        Path shared = shared(directory);
        boolean mounted = !tree.isDirectory(SHARED) && Files.isDirectory(shared) && !Files.exists(shared.resolve(FILE));
        FileTree own = mounted ? new MountedTree(tree, SHARED, new DirectoryTree(shared)) : tree;
        return new TemplateDirectory(
                file,
                GitCheckout.around(directory)
                        .<FileTree>map(checkout -> new TemplateTree(own, () -> checkout, checkout.pathOf(directory)))
                        .orElse(own));
    }

    private static Path directory(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static Path shared(Path directory) {
        return directory.toAbsolutePath().normalize().resolveSibling(SHARED);
    }

    public Path directory() {
        return directory(file);
    }

    public String text() {
        return tree.text(String.valueOf(file.getFileName())).orElse("");
    }

    /** @throws CliException with all that is wrong when it cannot be read */
    public TemplateDefinition definition() {
        try {
            return TemplateReader.read(file.toString(), text());
        } catch (ScaffoldingException e) {
            throw new CliException(
                    ExitCode.REFUSED,
                    e.findings().stream().map(TemplateDirectory::problem).toList());
        }
    }

    /** The place where the person finds it: what is shared stands beside the template. */
    public Place shown(Place place) {
        String own = directory().resolve(SHARED).toString();
        FileTree files = tree instanceof TemplateTree template ? template.own() : tree;
        if (!(files instanceof MountedTree) || !place.file().startsWith(own + "/")) {
            return place;
        }
        Path here = Path.of("").toAbsolutePath();
        Path shared = shared(directory());
        String outside = (shared.startsWith(here) ? here.relativize(shared) : shared)
                + place.file().substring(own.length());
        return new Place(outside, place.line(), place.column());
    }

    private static CliProblem problem(Finding finding) {
        return new CliProblem(finding.place().toString(), finding.message(), null, null);
    }
}
