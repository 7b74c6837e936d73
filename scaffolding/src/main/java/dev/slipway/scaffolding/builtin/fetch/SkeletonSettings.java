package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.builtin.file.Globs;
import dev.slipway.scaffolding.run.BackstageFilters;
import dev.slipway.template.contract.TemplateOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a skeleton is rendered.
 *
 * @param parsed remembers templates that were read in this language
 * @param values what its expressions see
 * @param raw files whose content is taken as it is
 * @param rawNames whether their paths are, too
 * @param extension of the files that are rendered, with its dot; empty for all files
 */
record SkeletonSettings(
        TemplateOptions language,
        ParsedFiles parsed,
        Map<String, @Nullable Object> values,
        Globs raw,
        boolean rawNames,
        String extension) {

    static SkeletonSettings of(ActionContext context, TemplateFilters filters, ParsedFiles parsed) {
        refuseContradictions(context);
        boolean cookiecutter = context.flag("cookiecutterCompat");
        TemplateOptions base = cookiecutter ? TemplateOptions.nunjucks() : TemplateOptions.backstage();
        Object values = context.input().get("values");
        boolean old = context.input().get("copyWithoutRender") != null;
        return new SkeletonSettings(
                filters.addTo(BackstageFilters.addTo(base))
                        .withWhitespace(context.flag("trimBlocks"), context.flag("lstripBlocks")),
                parsed,
                Map.of(cookiecutter ? "cookiecutter" : "values", values == null ? Map.of() : values),
                new Globs(context.texts(old ? "copyWithoutRender" : "copyWithoutTemplating")),
                old,
                extension(context.input().get("templateFileExtension")));
    }

    private static void refuseContradictions(ActionContext context) {
        List<String> given = List.of(
                        "copyWithoutRender", "copyWithoutTemplating", "cookiecutterCompat", "templateFileExtension")
                .stream()
                .filter(key -> context.input().get(key) != null
                        && !Boolean.FALSE.equals(context.input().get(key)))
                .toList();
        boolean both = given.contains("copyWithoutRender") && given.contains("copyWithoutTemplating");
        boolean extension = given.contains("templateFileExtension") && given.size() > 1;
        if (both || extension) {
            throw new ActionException("\"" + String.join("\" and \"", given) + "\" cannot be used together.");
        }
    }

    private static String extension(@Nullable Object input) {
        String name = Boolean.TRUE.equals(input) ? "njk" : input == null ? "" : input.toString();
        return name.isEmpty() || name.equals("false") ? "" : name.startsWith(".") ? name : "." + name;
    }

    boolean isRendered(String path) {
        return extension.isEmpty() ? !raw.match(path) : endsWithExtension(path);
    }

    boolean isNameRendered(String path) {
        return !rawNames || !raw.match(path);
    }

    /** The path without the extension that says that it is rendered. */
    String withoutExtension(String path) {
        return extension.isEmpty() || !endsWithExtension(path)
                ? path
                : path.substring(0, path.length() - extension.length());
    }

    /** A name that is nothing but the extension has none, as in Node. */
    private boolean endsWithExtension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(extension) && name.length() > extension.length();
    }
}
