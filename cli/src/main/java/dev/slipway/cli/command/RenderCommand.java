package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.render.Checkout;
import dev.slipway.cli.render.RenderedDirectory;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.OutputFolder;
import dev.slipway.documents.tree.MemoryTree;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway render}. */
@Command(
        name = "render",
        description = {
            "Render kustomizations, byte for byte as kubectl kustomize does.",
            "Works without a server, a cluster or a network. Says all that is wrong, with file, line and column, and then writes nothing."
        })
public final class RenderCommand extends ServerCommand {

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "directories with a kustomization; default: this one")
    private List<Path> directories = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description =
                    "write each directory's manifests to FOLDER/DIR.yaml, with DIR from the checkout's root: a folder that is empty or not there yet")
    private @Nullable Path output;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "what kustomizations may refer to; default: the checkout with a .git that holds them")
    private @Nullable Path root;

    public RenderCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output out) {
        OutputFolder folder = output == null ? null : new OutputFolder(output);
        List<RenderedDirectory> rendered =
                Checkout.renderAll(directories.isEmpty() ? List.of(Path.of("")) : directories, root);
        out.result(JsonMapper.shared()
                .valueToTree(Map.of(
                        "renderings",
                        rendered.stream().map(RenderedDirectory::answer).toList())));
        if (folder != null) {
            write(folder, rendered, out);
        } else if (!out.asJson()) {
            print(rendered, out.out());
        }
        return ExitCode.DONE.code();
    }

    private static void write(OutputFolder folder, List<RenderedDirectory> rendered, Output out) {
        folder.write(MemoryTree.ofTexts(rendered.stream()
                .flatMap(each -> Stream.of(each.file(), each.rendering().text()))
                .toArray(String[]::new)));
        long objects = rendered.stream()
                .mapToLong(each -> each.rendering().objects().size())
                .sum();
        out.line(rendered.size() + (rendered.size() == 1 ? " directory, " : " directories, ") + objects
                + (objects == 1 ? " object" : " objects") + " in " + folder.path() + ".");
    }

    /** As it is: what reads it is another program. */
    private static void print(List<RenderedDirectory> rendered, PrintWriter out) {
        out.print(rendered.stream()
                .map(each -> each.rendering().text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("---\n")));
        out.flush();
    }
}
