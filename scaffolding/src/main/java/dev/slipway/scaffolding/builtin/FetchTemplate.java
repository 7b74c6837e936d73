package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.run.BackstageFilters;
import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies a skeleton into the workspace; paths and contents are rendered. Everything that cannot be rendered is said at once. */
final class FetchTemplate implements Action {

    @Override
    public String id() {
        return "fetch:template";
    }

    @Override
    public String description() {
        return "Renders a directory into the workspace";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object(
                "*url",
                "string",
                "targetPath",
                "string",
                "values",
                "object",
                "copyWithoutTemplating",
                "array",
                "copyWithoutRender",
                "array",
                "cookiecutterCompat",
                "boolean",
                "templateFileExtension",
                "",
                "replace",
                "boolean",
                "trimBlocks",
                "boolean",
                "lstripBlocks",
                "boolean");
    }

    @Override
    public ActionResult run(ActionContext context) {
        Skeleton skeleton = new Skeleton(context);
        Sources.files(context).forEach(skeleton::add);
        skeleton.write();
        return ActionResult.done();
    }

    /** One skeleton on its way into the workspace. */
    private static final class Skeleton {
        private final ActionContext context;
        private final TemplateOptions options;
        private final Map<String, @Nullable Object> values;
        private final Globs raw;
        private final String extension;
        private final Map<String, FileContent> rendered = new java.util.LinkedHashMap<>();
        private final List<String> problems = new java.util.ArrayList<>();

        Skeleton(ActionContext context) {
            this.context = context;
            boolean cookiecutter = context.flag("cookiecutterCompat");
            TemplateOptions base = cookiecutter ? TemplateOptions.nunjucks() : TemplateOptions.backstage();
            this.options = BackstageFilters.addTo(base)
                    .withWhitespace(context.flag("trimBlocks"), context.flag("lstripBlocks"));
            Object given = context.input().getOrDefault("values", Map.of());
            this.values = Map.of(cookiecutter ? "cookiecutter" : "values", given == null ? Map.of() : given);
            this.raw = new Globs(Stream.of("copyWithoutTemplating", "copyWithoutRender")
                    .flatMap(key -> context.input().get(key) instanceof List<?> list ? list.stream() : Stream.of())
                    .map(String::valueOf)
                    .toList());
            this.extension = extension(context.input().get("templateFileExtension"));
        }

        private static String extension(@Nullable Object input) {
            if (input == null || Boolean.FALSE.equals(input)) {
                return "";
            }
            return Boolean.TRUE.equals(input) ? ".njk" : input.toString();
        }

        void add(String path, FileContent content) {
            try {
                String target = render(path, path);
                if (target.isEmpty() || target.startsWith("/") || target.contains("//")) {
                    return;
                }
                boolean template = !raw.match(path) && (extension.isEmpty() || path.endsWith(extension));
                String name = template ? target.substring(0, target.length() - extension.length()) : target;
                rendered.put(Sources.target(context, name), template ? rendered(path, content) : content);
            } catch (TemplateException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }

        private FileContent rendered(String path, FileContent content) {
            return text(content.bytes())
                    .map(text -> new FileContent(render(path, text).getBytes(StandardCharsets.UTF_8), content.mode()))
                    .orElse(content);
        }

        /** Empty for a binary file: one that holds a NUL or is not UTF-8. */
        private static Optional<String> text(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
            } catch (CharacterCodingException _) {
                return Optional.empty();
            }
        }

        private String render(String path, String text) {
            String name = context.text("url").orElse(".").replaceFirst("^\\./", "") + "/" + path;
            return Template.parse(name, text, options).render(values);
        }

        void write() {
            if (!problems.isEmpty()) {
                throw new ActionException(problems.stream().collect(Collectors.joining("\n")));
            }
            boolean replace = context.flag("replace");
            int written = 0;
            for (Map.Entry<String, FileContent> file : rendered.entrySet()) {
                if (replace || context.workspace().read(file.getKey()).isEmpty()) {
                    context.workspace().write(file.getKey(), file.getValue());
                    written++;
                }
            }
            context.log("Wrote " + written + " files");
        }
    }
}
