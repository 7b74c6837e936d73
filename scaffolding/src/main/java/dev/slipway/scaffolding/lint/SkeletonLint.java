package dev.slipway.scaffolding.lint;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.TemplateTree;
import dev.slipway.scaffolding.builtin.file.Globs;
import dev.slipway.scaffolding.run.BackstageFilters;
import dev.slipway.template.Template;
import dev.slipway.template.analysis.Analysis;
import dev.slipway.template.analysis.Reference;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through the files that a step renders: what cannot be read, and what uses values that the step does not pass. */
final class SkeletonLint {

    private static final int MOST_FILES = 5000;
    private static final int LARGEST = 2 << 20;

    private final LintedTemplate template;
    private final Findings findings;

    SkeletonLint(LintedTemplate template, Findings findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        for (LintedStep step : template.steps()) {
            if (step.actionId().equals("fetch:template") || step.actionId().equals("fetch:template:file")) {
                ActionLint.source(step).flatMap(YamlValue::asText).ifPresent(url -> look(step, url));
            }
        }
    }

    private void look(LintedStep step, String url) {
        try {
            TemplateTree.Located source = TemplateTree.locate(template.tree(), url);
            FileTree tree = source.tree();
            String from = source.path();
            Skeleton skeleton = Skeleton.of(step, source, template.nameOf(url), template);
            if (tree.isFile(from)) {
                file(skeleton, from);
            } else {
                tree.walk(from).stream()
                        .filter(TreeEntry::isFile)
                        .limit(MOST_FILES)
                        .forEach(entry -> file(skeleton, entry.path()));
            }
        } catch (ActionException _) { // the check of actions says so
        }
    }

    private void file(Skeleton skeleton, String path) {
        String below = skeleton.below(path);
        if (skeleton.rendersName(below)) {
            text(skeleton, path, below);
        }
        if (skeleton.renders(below)) {
            content(skeleton.source().tree().read(path)).ifPresent(text -> text(skeleton, path, text));
        }
    }

    /** Empty for a binary file, and for one that nobody has written by hand. */
    private static Optional<String> content(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
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

    private void text(Skeleton skeleton, String path, String text) {
        String name = skeleton.nameOf(path);
        try {
            Analysis analysis = Template.parse(name, text, skeleton.language()).analyse();
            analysis.unknown().forEach(problem -> find(name, problem));
            analysis.references()
                    .forEach(reference ->
                            reference(skeleton, reference, new Place(name, reference.line(), reference.column())));
        } catch (TemplateException e) {
            find(name, e);
        }
    }

    private void find(String name, TemplateException problem) {
        findings.error(new Place(name, problem.line(), problem.column()), Expressions.sentence(problem));
    }

    private void reference(Skeleton skeleton, Reference reference, Place place) {
        if (!reference.root().equals(skeleton.root())) {
            findings.warning(
                    place,
                    "\"" + reference.root() + "\" is nothing in a skeleton, and renders to nothing: only \""
                            + skeleton.root()
                            + "\" is known. What is not meant for this template goes between {% raw %}"
                            + " and {% endraw %}, or its file into copyWithoutTemplating.");
        } else if (!reference.cautious()) {
            passed(skeleton, skeleton.values(), reference.path(), 1, place);
        }
    }

    /** Follows the path as far as the step says what it passes. */
    private void passed(
            Skeleton skeleton, Optional<? extends YamlValue> values, List<String> path, int at, Place place) {
        if (at < path.size() && values.isPresent() && values.get() instanceof YamlMap map) {
            Optional<YamlValue> value = map.get(path.get(at));
            if (value.isEmpty()) {
                List<String> known =
                        map.entries().stream().map(entry -> entry.key().text()).toList();
                findings.warning(
                        place,
                        "The step \"" + skeleton.step() + "\" passes no value \""
                                + String.join(".", path.subList(1, at + 1)) + "\"."
                                + Findings.didYouMean(path.get(at), known));
            }
            passed(skeleton, value, path, at + 1, place);
        }
    }

    /**
     * What a step renders, and how.
     *
     * @param name of the source, for places
     * @param values empty when they are only known in a run
     */
    private record Skeleton(
            String step,
            TemplateTree.Located source,
            String name,
            TemplateOptions language,
            String root,
            Optional<YamlMap> values,
            Optional<Globs> raw,
            boolean rawNames,
            String extension) {

        static Skeleton of(LintedStep step, TemplateTree.Located source, String name, LintedTemplate template) {
            YamlMap input = step.input().orElseThrow();
            boolean cookiecutter = isTrue(input, "cookiecutterCompat");
            Optional<YamlValue> given = input.get("values");
            return new Skeleton(
                    step.id(),
                    source,
                    name,
                    template.filters()
                            .addTo(BackstageFilters.addTo(
                                    cookiecutter ? TemplateOptions.nunjucks() : TemplateOptions.backstage()))
                            .withWhitespace(isTrue(input, "trimBlocks"), isTrue(input, "lstripBlocks")),
                    cookiecutter ? "cookiecutter" : "values",
                    given.isEmpty()
                            ? Optional.of(new YamlMap(List.of(), input.place(), input.span()))
                            : given.get().asMap(),
                    raw(input),
                    input.get("copyWithoutRender").isPresent(),
                    extension(input));
        }

        private static boolean isTrue(YamlMap input, String key) {
            return input.get(key)
                    .flatMap(YamlValue::asScalar)
                    .filter(scalar -> Boolean.TRUE.equals(scalar.value()))
                    .isPresent();
        }

        /** Empty when a run tells what is wrong with the patterns. */
        private static Optional<Globs> raw(YamlMap input) {
            List<String> patterns = Stream.of("copyWithoutTemplating", "copyWithoutRender")
                    .flatMap(key -> input.items(key).stream())
                    .flatMap(item -> item.asText().stream())
                    .toList();
            try {
                return Optional.of(new Globs(patterns));
            } catch (ActionException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static String extension(YamlMap input) {
            String name = isTrue(input, "templateFileExtension")
                    ? "njk"
                    : input.text("templateFileExtension").orElse("");
            return name.isEmpty() || name.equals("false") ? "" : name.startsWith(".") ? name : "." + name;
        }

        /** The name for places of a file of the skeleton. */
        String nameOf(String path) {
            boolean within = !name.isEmpty() && !name.endsWith("/");
            return path.equals(source.path()) ? name : name + (within ? "/" : "") + below(path);
        }

        String below(String path) {
            String from = source.path();
            return from.isEmpty() || path.equals(from) ? path : path.substring(from.length() + 1);
        }

        boolean renders(String below) {
            return raw.map(globs -> !globs.match(below)).orElse(false) && below.endsWith(extension);
        }

        boolean rendersName(String below) {
            return !rawNames || renders(below);
        }
    }
}
