package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionListing;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.SchemaField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway template actions}. */
@Command(
        description = {
            "List the actions that templates can use, or show one with its input, output and examples.",
            "Works without a server; an installation may have more (Create, Actions)."
        })
final class TemplateActionsCommand extends ServerCommand {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "one action, for example fetch:template")
    private @Nullable String id;

    @Mixin
    private final PlatformOption platform = new PlatformOption();

    TemplateActionsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output out) {
        Actions actions = platform.actions().of(Path.of(""));
        String asked = id;
        if (asked == null) {
            list(actions, out);
        } else {
            show(actions.find(asked).orElseThrow(() -> unknown(actions, asked)), out);
        }
        return ExitCode.DONE.code();
    }

    private static CliException unknown(Actions actions, String id) {
        return new CliException(ExitCode.USAGE, List.of(new CliProblem("ID", actions.unknown(id), null, null)));
    }

    private static void list(Actions actions, Output out) {
        out.result(JsonMapper.shared()
                .valueToTree(actions.all().stream().map(ActionListing::of).toList()));
        Table table = new Table("ACTION", "DOES", "WITHOUT A SERVER");
        actions.all()
                .forEach(action -> table.row(
                        action.id(),
                        action.description(),
                        action.missingAdapter()
                                .map(adapter -> "dry run; needs " + adapter)
                                .orElse("yes")));
        out.table(table);
    }

    private static void show(Action action, Output out) {
        out.result(JsonMapper.shared().valueToTree(ActionListing.of(action)));
        out.line(action.id() + ": " + action.description());
        action.missingAdapter().ifPresent(adapter -> out.line("Runs dry only without an adapter for " + adapter + "."));
        out.line((action.reachesOutside() ? "Done once. " : "Repeatable. ") + action.afterAKill());
        fields("INPUT", action.inputSchema(), out);
        fields("OUTPUT", action.outputSchema(), out);
        action.examples().forEach(example -> {
            out.line("");
            out.line(example.description() + ":");
            example.example().lines().map(line -> "  " + line).forEach(out::line);
        });
    }

    private static void fields(String title, Map<String, Object> schema, Output out) {
        List<SchemaField> fields = SchemaField.of(schema);
        out.line("");
        if (fields.isEmpty()) {
            out.line(title + ": none");
            return;
        }
        Table table = new Table(title, "TYPE", "REQUIRED", "MEANING");
        fields.forEach(
                field -> table.row(field.name(), field.type(), field.required() ? "yes" : "", field.description()));
        out.table(table);
    }
}
