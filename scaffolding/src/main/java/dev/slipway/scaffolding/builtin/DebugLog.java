package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes into the run's log. */
final class DebugLog extends DescribedAction {

    /** Of one file: a log is no place for more. */
    private static final int MOST_SHOWN = 4000;

    DebugLog() {
        super(KnownActions.describe("debug:log"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        Object message = context.input().get("message");
        if (message != null) {
            context.log(text(message));
        }
        Object list = context.input().get("listWorkspace");
        if (list != null && !Boolean.FALSE.equals(list) && !"".equals(list)) {
            context.workspace()
                    .tree()
                    .files()
                    .forEach((path, content) ->
                            context.log("with-contents".equals(list) ? path + "\n" + shown(content) : path));
        }
        return ActionResult.done();
    }

    private static String text(@Nullable Object message) {
        return message instanceof Map || message instanceof List
                ? YamlWriter.text(message).stripTrailing()
                : String.valueOf(message);
    }

    private static String shown(FileContent content) {
        String text = content.text();
        return text.indexOf('\0') >= 0
                ? "(" + content.bytes().length + " bytes)"
                : text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
