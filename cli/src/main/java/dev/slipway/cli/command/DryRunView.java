package dev.slipway.cli.command;

import dev.slipway.cli.output.Output;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows a dry run; to machines in the shape of Backstage's own dry-run answer. */
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

    static JsonNode json(DryRunResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("log", result.log().stream().map(DryRunView::line).toList());
        json.put(
                "directoryContents",
                result.files().files().entrySet().stream()
                        .map(file -> file(file.getKey(), file.getValue()))
                        .toList());
        json.put("steps", result.steps());
        json.put("output", output(result.state()));
        return JsonMapper.shared().valueToTree(json);
    }

    private static Map<String, Object> line(LogLine line) {
        return Map.of(
                "body",
                Map.of(
                        "message", line.message(),
                        "stepId", line.stepId(),
                        "status", line.status().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Object> file(String path, FileContent content) {
        return Map.of(
                "path", path,
                "base64Content", Base64.getEncoder().encodeToString(content.bytes()),
                "executable", isExecutable(content));
    }

    private static Map<String, @Nullable Object> output(RunState state) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        if (state instanceof RunState.Completed completed) {
            output.put("links", completed.output().links());
            output.put(
                    "text",
                    completed.output().texts().stream()
                            .map(text -> Map.of("title", text.title(), "content", text.markdown()))
                            .toList());
            output.putAll(completed.output().values());
        }
        return output;
    }

    private static boolean isExecutable(FileContent content) {
        return content.mode() == FileMode.EXECUTABLE;
    }
}
