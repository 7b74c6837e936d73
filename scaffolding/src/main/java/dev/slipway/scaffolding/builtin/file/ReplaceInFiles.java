package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import dev.slipway.template.contract.Limits;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.TextReplacement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replaces text in files, with JavaScript's meaning of patterns and replacements; one step has ten seconds for all of it. */
final class ReplaceInFiles extends DescribedAction {

    private static final Limits LIMITS = new Limits(50_000_000, 200, 64 << 20, Duration.ofSeconds(10));

    ReplaceInFiles() {
        super(KnownActions.describe("roadiehq:utils:fs:replace"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        Budget budget = new Budget(LIMITS);
        List<?> files = context.input().get("files") instanceof List<?> list ? list : List.of();
        for (Object file : files) {
            if (file instanceof Map<?, ?> order) {
                replace(context, order, budget);
            }
        }
        return ActionResult.done();
    }

    private static void replace(ActionContext context, Map<?, ?> order, Budget budget) {
        String file = String.valueOf(order.get("file"));
        String find = String.valueOf(order.get("find"));
        try {
            Object what = isTrue(order.get("matchRegex")) ? Regex.of(find, "g") : find;
            List<String> paths = paths(context, file, isTrue(order.get("includeDotFiles")));
            for (String path : paths) {
                replace(context, path, what, String.valueOf(order.get("replaceWith")), budget);
            }
            context.log("Replaced \"" + find + "\" in " + paths.size() + " files");
        } catch (IllegalArgumentException e) {
            throw new ActionException("\"" + find + "\" cannot be replaced in \"" + file + "\": " + e.getMessage(), e);
        }
    }

    private static void replace(ActionContext context, String path, Object what, String with, Budget budget) {
        FileContent content = context.workspace().read(path).orElseThrow();
        String text = context.workspace().text(path).orElseThrow();
        String replaced = TextReplacement.replace(text, what, with, true, budget);
        if (!replaced.equals(text)) {
            context.workspace().write(path, new FileContent(replaced.getBytes(StandardCharsets.UTF_8), content.mode()));
        }
    }

    /** A glob does not mean files whose path has a part that begins with a dot, unless it says so itself. */
    private static List<String> paths(ActionContext context, String file, boolean dots) {
        if (context.workspace().text(file).isPresent()) {
            return List.of(file);
        }
        Globs glob = new Globs(List.of(file));
        boolean hidden = dots || isHidden(file.replaceFirst("^(\\./)+", ""));
        return context.workspace().tree().files().entrySet().stream()
                .filter(entry -> hidden || !isHidden(entry.getKey()))
                .filter(entry -> entry.getValue().mode() != FileMode.SYMBOLIC_LINK)
                .map(Map.Entry::getKey)
                .filter(glob::match)
                .toList();
    }

    private static boolean isHidden(String path) {
        return Stream.of(path.split("/")).anyMatch(part -> part.startsWith("."));
    }

    private static boolean isTrue(@Nullable Object flag) {
        return Boolean.TRUE.equals(flag) || "true".equals(flag);
    }
}
