package dev.slipway.scaffolding.dryrun;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.run.RunState;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dry run as Backstage's API answers it ({@code POST /api/scaffolder/v2/dry-run}), with {@code error} added where a step failed.
 *
 * @param error null when nothing failed
 */
public record DryRunAnswer(
        List<Map<String, Object>> log,
        List<Map<String, Object>> directoryContents,
        List<AnsweredStep> steps,
        Map<String, @Nullable Object> output,
        RunState.@Nullable Failed error) {

    /** A step with its input as it was rendered. */
    public record AnsweredStep(String id, String name, String action, Map<String, @Nullable Object> input) {
        static AnsweredStep of(DryRunResult.CarriedOut step) {
            return new AnsweredStep(step.id(), step.name(), step.action(), step.input());
        }
    }

    public static DryRunAnswer of(DryRunResult result) {
        return new DryRunAnswer(
                result.log().stream().map(DryRunAnswer::line).toList(),
                result.files().files().entrySet().stream()
                        .map(file -> file(file.getKey(), file.getValue()))
                        .toList(),
                result.steps().stream().map(AnsweredStep::of).toList(),
                output(result.state()),
                result.state() instanceof RunState.Failed failed ? failed : null);
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
                "path",
                path,
                "base64Content",
                Base64.getEncoder().encodeToString(content.bytes()),
                "executable",
                content.mode() == FileMode.EXECUTABLE);
    }

    private static Map<String, @Nullable Object> output(RunState state) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        if (state instanceof RunState.Completed completed) {
            output.put("links", completed.output().links());
            output.put(
                    "text",
                    completed.output().texts().stream()
                            .map(text -> Map.of(
                                    "title",
                                    text.title(),
                                    "content",
                                    text.markdown(),
                                    "icon",
                                    String.valueOf(text.icon())))
                            .toList());
            output.putAll(completed.output().values());
        }
        return output;
    }
}
