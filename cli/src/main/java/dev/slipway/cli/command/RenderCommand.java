package dev.slipway.cli.command;

import dev.slipway.cli.checkout.OtherCheckouts;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.render.ChartChoices;
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
            "Render kustomizations, byte for byte as kubectl kustomize does, and Helm charts as helm template does.",
            "Works without a server, a cluster or a network. Says all that is wrong, with file, line and column, and"
                    + " then writes nothing."
        })
public final class RenderCommand extends ServerCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "directories with a kustomization or a chart (Chart.yaml); default: this one")
    private List<Path> directories = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description =
                    "write each directory's manifests to FOLDER/DIR.yaml, with DIR from the checkout's root: a folder"
                            + " that is empty or not there yet")
    private @Nullable Path output;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "what kustomizations may refer to; default: the checkout with a .git that holds them")
    private @Nullable Path root;

    @Option(
            names = "--source",
            paramLabel = "URL=DIR",
            description = "a checkout of another repository in which kustomizations name remote bases")
    private Map<String, Path> sources = Map.of();

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "of charts: a file with values, over those before it")
    private List<Path> values = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "of charts: values as for helm --set, over the files: image.tag=1.2,ports[0]=80,hosts={a,b}")
    private List<String> sets = List.of();

    @Option(
            names = "--release",
            paramLabel = "NAME",
            description = "of charts: the release's name; default: release-name")
    private String release = "release-name";

    @Option(
            names = "--namespace",
            paramLabel = "NS",
            description = "of charts: the release's namespace; default: default")
    private String namespace = "default";

    public RenderCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output out) {
        OutputFolder folder = output == null ? null : new OutputFolder(output);
        List<RenderedDirectory> rendered = Checkout.renderAll(
                directories.isEmpty() ? List.of(Path.of("")) : directories,
                root,
                new OtherCheckouts(sources),
                new ChartChoices(release, namespace, values, sets));
        out.result(JsonMapper.shared()
                .valueToTree(Map.of(
                        "renderings",
                        rendered.stream().map(RenderedDirectory::answer).toList())));
        rendered.forEach(each -> each.warnings().forEach(warning -> out.warning(warning.toString())));
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
