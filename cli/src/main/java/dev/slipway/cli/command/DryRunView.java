package dev.slipway.cli.command;

import dev.slipway.cli.output.Output;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState;

/** Shows a dry run to people. */
final class DryRunView {

    private DryRunView() {}

    static void show(DryRunResult result, Output out) {
        for (LogLine line : result.log()) {
            out.line(line.stepId() + ": " + line.message());
        }
        out.line("");
        out.line(result.files().files().size() + " files:");
        result.files()
                .files()
                .forEach((path, content) -> out.line("  " + path + "  (" + content.bytes().length + " bytes"
                        + (isExecutable(content) ? ", executable" : "") + ")"));
        if (result.state() instanceof RunState.Completed completed) {
            completed.output().links().forEach(link -> out.line("Link: " + link.title() + "  " + link.url()));
            completed.output().texts().forEach(text -> out.line(text.title() + "\n" + text.markdown()));
        }
    }

    private static boolean isExecutable(FileContent content) {
        return content.mode() == FileMode.EXECUTABLE;
    }
}
