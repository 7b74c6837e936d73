package dev.slipway.cli.command;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.validation.ValidatedDirectory;
import dev.slipway.cli.validation.ValidationAnswer;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.validation.FindingEntry;
import dev.slipway.gitops.validation.Options;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway validate}. */
@Command(
        name = "validate",
        description = {
            "Say all that is wrong with what a GitOps repository declares, or with what a directory renders to.",
            "Works without a server, a cluster or a network: schemas, API versions, references, owners, Pod Security, quotas."
        })
public final class ValidateCommand extends ServerCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "a checkout of the repository, or a directory with a kustomization or manifests; default: this one")
    private Path directory = Path.of(".");

    @Option(
            names = "--source",
            paramLabel = "URL=DIR",
            description = "a checkout of another repository that Applications name")
    private Map<String, Path> sources = Map.of();

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "CustomResourceDefinitions beside those of the repository (schemas/, and what it renders)")
    private @Nullable Path schemas;

    @Option(
            names = "--kubernetes",
            paramLabel = "VERSION",
            description = "that clusters run, for example 1.33; default: what platform.yaml says, else the newest")
    private @Nullable String kubernetes;

    public ValidateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        FileTree definitions = schemas == null ? MemoryTree.ofTexts() : tree("--schemas", schemas);
        ValidationAnswer answer = ValidatedDirectory.validate(
                new LocalCheckout(directory, sources), new Options(definitions, version(kubernetes)));
        output.result(JsonMapper.shared().valueToTree(answer));
        show(answer, output);
        return (answer.passes() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }

    private static FileTree tree(String option, Path path) {
        if (!Files.isDirectory(path)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem(option, "There is no directory \"" + path + "\".", "a directory", null));
        }
        return new DirectoryTree(path);
    }

    private static @Nullable KubernetesVersion version(@Nullable String text) {
        return text == null
                ? null
                : KubernetesVersion.parse(text)
                        .orElseThrow(() -> new CliException(
                                ExitCode.USAGE,
                                new CliProblem(
                                        "--kubernetes", "\"" + text + "\" is no version.", "for example 1.33", null)));
    }

    private static void show(ValidationAnswer answer, Output output) {
        answer.unreadable().forEach(each -> {
            output.line(each.where() + ": error: " + each.what());
            detail("expected", each.expected(), output);
            detail("next", each.next(), output);
        });
        answer.findings().forEach(each -> show(each, output));
        answer.unchecked().forEach(each -> output.line("Not checked: " + each + "."));
        output.line(summary(answer));
    }

    private static void show(FindingEntry finding, Output output) {
        String severity = finding.ignored() == null ? finding.severity() : "ignored";
        output.line(finding.where() + ": " + severity + " " + finding.rule() + ": " + finding.what());
        detail("object", finding.subject(), output);
        detail("expected", finding.expected(), output);
        detail("next", finding.next(), output);
        detail("ignored", finding.ignored() == null ? "" : finding.ignored(), output);
    }

    private static void detail(String label, String text, Output output) {
        if (!text.isEmpty()) {
            output.line("  " + label + ": " + text);
        }
    }

    private static String summary(ValidationAnswer answer) {
        String looked = counted(answer.objects(), "object") + " of " + counted(answer.applications(), "Application");
        if (answer.findings().isEmpty() && answer.unreadable().isEmpty()) {
            return looked + ", nothing wrong.";
        }
        return looked + ": " + counted(answer.errors() + answer.unreadable().size(), "error") + ", "
                + counted(answer.warnings(), "warning") + ", " + answer.unknown() + " that cannot be told, "
                + answer.ignored() + " ignored.";
    }

    private static String counted(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
