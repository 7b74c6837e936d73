package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.function.Function;

/** Renders one file into the workspace. */
final class FetchTemplateFile extends DescribedAction {

    private final Function<ActionContext, Source> from;
    private final TemplateFilters filters;
    private final ParsedFiles parsed = new ParsedFiles();

    private FetchTemplateFile(String id, Function<ActionContext, Source> from, TemplateFilters filters) {
        super(KnownActions.describe(id));
        this.from = from;
        this.filters = filters;
    }

    static FetchTemplateFile fromUrl(RemoteTrees remote, TemplateFilters filters) {
        return new FetchTemplateFile("fetch:template:file", context -> Source.of(context, remote), filters);
    }

    static FetchTemplateFile fromWorkspace(TemplateFilters filters) {
        return new FetchTemplateFile("workspace:template:file", Source::inWorkspace, filters);
    }

    @Override
    public ActionResult run(ActionContext context) {
        String target = context.text("targetPath").orElseThrow();
        if (context.workspace().exists(target) && !context.flag("replace")) {
            context.log("\"" + target + "\" is there already, and stays");
            return ActionResult.done();
        }
        Source source = from.apply(context);
        context.workspace()
                .write(target, Skeleton.render(source, SkeletonSettings.of(context, filters, parsed), source.file()));
        context.log("Wrote " + target);
        return ActionResult.done();
    }
}
