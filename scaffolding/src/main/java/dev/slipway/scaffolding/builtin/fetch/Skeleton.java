package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.template.contract.TemplateException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One skeleton on its way into the workspace. Everything that cannot be rendered is said at once. */
final class Skeleton {

    private final Source source;
    private final SkeletonSettings settings;
    private final Map<String, FileContent> rendered = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Skeleton(Source source, SkeletonSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** The rendered files by their rendered path. */
    static Map<String, FileContent> render(Source source, SkeletonSettings settings, Map<String, FileContent> files) {
        Skeleton skeleton = new Skeleton(source, settings);
        files.forEach(skeleton::add);
        skeleton.failIfFound();
        return skeleton.rendered;
    }

    /** One file's content, whatever its name. */
    static FileContent render(Source source, SkeletonSettings settings, FileContent file) {
        Skeleton skeleton = new Skeleton(source, settings);
        try {
            return skeleton.rendered(source.name(), file);
        } catch (TemplateException e) {
            throw new ActionException(String.valueOf(e.getMessage()), e);
        }
    }

    private void failIfFound() {
        if (!problems.isEmpty()) {
            throw new ActionException(String.join("\n", problems));
        }
    }

    private void add(String path, FileContent content) {
        try {
            String name = settings.withoutExtension(path);
            String target = settings.isNameRendered(path) ? render(source.nameOf(path), name) : name;
            if (!isLeftOut(target)) {
                rendered.put(target, settings.isRendered(path) ? rendered(source.nameOf(path), content) : content);
            }
        } catch (TemplateException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    /** A part of a path that renders to nothing is how files are made conditional. */
    private static boolean isLeftOut(String target) {
        return target.isEmpty() || target.startsWith("/") || target.endsWith("/") || target.contains("//");
    }

    private FileContent rendered(String name, FileContent content) {
        return text(content.bytes())
                .map(text -> new FileContent(render(name, text).getBytes(StandardCharsets.UTF_8), content.mode()))
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

    private String render(String name, String text) {
        return settings.parsed().parse(name, text, settings.language()).render(settings.values());
    }
}
