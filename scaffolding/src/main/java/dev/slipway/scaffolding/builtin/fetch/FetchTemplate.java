package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.function.Function;

/** Renders a directory into the workspace: from beside the template, from a repository, or from the workspace itself. */
final class FetchTemplate extends DescribedAction {

    private final Function<ActionContext, Source> from;
    private final TemplateFilters filters;
    private final ParsedFiles parsed = new ParsedFiles();

    private FetchTemplate(String id, Function<ActionContext, Source> from, TemplateFilters filters) {
        super(KnownActions.describe(id));
        this.from = from;
        this.filters = filters;
    }

    static FetchTemplate fromUrl(RemoteTrees remote, TemplateFilters filters) {
        return new FetchTemplate("fetch:template", context -> Source.of(context, remote), filters);
    }

    static FetchTemplate fromWorkspace(TemplateFilters filters) {
        return new FetchTemplate("workspace:template", FetchTemplate::apart, filters);
    }

    /** A directory of the workspace that the target does not lie in: rendering it again would render its results. */
    private static Source apart(ActionContext context) {
        Source source = Source.inWorkspace(context);
        try {
            String target = TreePath.normalise(context.text("targetPath").orElse("."));
            if (source.path().isEmpty() || (target + "/").startsWith(source.path() + "/")) {
                throw new ActionException(
                        "targetPath \"" + target + "\" must not lie within sourcePath \"" + source.name() + "\".");
            }
        } catch (TreeException e) {
            throw new ActionException("targetPath leads out of the workspace.", e);
        }
        return source;
    }

    @Override
    public ActionResult run(ActionContext context) {
        SkeletonSettings settings = SkeletonSettings.of(context, filters, parsed);
        Source source = from.apply(context);
        var files = Skeleton.render(source, settings, source.files(context));
        new Target(context).write(files, !context.flag("replace"));
        return ActionResult.done();
    }
}
