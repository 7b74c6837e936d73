package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.ImageOverride;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes an image where it is decided. Every other byte stays. */
public final class ImageEditor {

    private ImageEditor() {}

    /**
     * The file with another image.
     *
     * @param decision where it is decided
     * @param text the decision's file
     * @param image what shall run, with a digest or a tag
     * @throws YamlException if the file is no longer what the decision was read from, or cannot be edited in place
     */
    public static String set(Decision decision, String text, ImageReference image) {
        YamlEditor editor = editor(decision, text);
        String pointer = decision.pointer();
        if (!decision.inner().isEmpty()) {
            return nested(decision, text, editor, inner -> set(decision.inside(), inner, image));
        }
        return switch (decision.rule()) {
            case APPLICATION -> editor.set(pointer, override(decision, image)).text();
            case KUSTOMIZATION -> entry(editor, pointer, image).text();
            case PATCH, MANIFEST -> editor.set(pointer, image.toString()).text();
            case HELM_PARAMETER,
                    HELM_VALUES,
                    VALUE_FILE,
                    CHART_VERSION,
                    CHART_TEMPLATE,
                    PARAMETER_FILE,
                    SET_PARAMETER ->
                editor.set(pointer, like(decision.written(), image)).text();
        };
    }

    /**
     * The file with the image of a Release: {@code name@digest}, or behind a tag where only a tag can stand, and the mark in
     * a comment behind it.
     *
     * @param image with a digest, and the tag to be used where only a tag can stand
     * @throws YamlException as above, if no comment can stand there, or if Flux writes the same line
     */
    public static String release(Decision decision, String text, ImageReference image, ReleaseMark mark) {
        if (!decision.inner().isEmpty()) {
            return nested(
                    decision, text, editor(decision, text), inner -> release(decision.inside(), inner, image, mark));
        }
        ReleaseMarks.requireAlone(decision, text);
        ImageReference fitting = isTag(decision) ? image : new ImageReference(image.name(), null, image.digest());
        return ReleaseMarks.write(decision, set(decision, text, fitting), mark);
    }

    /** Whether it is a value that stands behind the colon, to which a digest can only be added. */
    private static boolean isTag(Decision decision) {
        String written = decision.written();
        return switch (decision.rule()) {
            case APPLICATION, KUSTOMIZATION, PATCH, MANIFEST -> false;
            case HELM_PARAMETER,
                    HELM_VALUES,
                    VALUE_FILE,
                    CHART_VERSION,
                    CHART_TEMPLATE,
                    PARAMETER_FILE,
                    SET_PARAMETER -> !written.contains("/") && (!written.contains(":") || written.contains("@sha256:"));
        };
    }

    private static YamlEditor editor(Decision decision, String text) {
        if (decision.rule() == Decision.Rule.CHART_TEMPLATE) {
            throw new YamlException(
                    new Place(decision.file(), decision.line(), 1),
                    "A template of a chart is no YAML that can be edited.");
        }
        List<YamlValue> documents = YamlReader.core().documents(decision.file(), text);
        YamlValue document = decision.document() < documents.size() ? documents.get(decision.document()) : null;
        if (document == null || document.at(decision.pointer()).isEmpty()) {
            throw new YamlException(
                    new Place(decision.file(), decision.line(), 1),
                    "What decided the image is no longer here: the file has changed since.");
        }
        int[] number = {0};
        return YamlEditor.of(decision.file(), text, _ -> number[0]++ == decision.document());
    }

    /** The same name of the manifests stays in front. */
    private static String override(Decision decision, ImageReference image) {
        ImageOverride before = ImageOverride.parse(decision.written());
        String named = before.newName() == null && before.name().equals(image.name()) ? "" : before.name() + "=";
        return named + image;
    }

    private static YamlEditor entry(YamlEditor editor, String pointer, ImageReference image) {
        YamlValue entry = editor.root().at(pointer).orElseThrow();
        String name = entry.at("/newName")
                .or(() -> entry.at("/name"))
                .flatMap(YamlValue::asText)
                .orElse("");
        YamlEditor edited = name.equals(image.name()) ? editor : editor.set(pointer + "/newName", image.name());
        return image.digest() == null
                ? part(part(edited, pointer + "/newTag", image.tag()), pointer + "/digest", null)
                : part(part(edited, pointer + "/digest", image.digest()), pointer + "/newTag", null);
    }

    private static YamlEditor part(YamlEditor editor, String pointer, @Nullable String value) {
        return value == null ? editor.remove(pointer) : editor.set(pointer, value);
    }

    /** A scalar that is a whole image, a digest, or what stands behind the colon. */
    private static String like(String written, ImageReference image) {
        if (written.startsWith("sha256:")) {
            return Objects.requireNonNullElse(image.digest(), written);
        }
        boolean whole = written.contains("/") || written.contains(":");
        if (whole && !written.contains("@sha256:")) {
            return image.toString();
        }
        if (written.contains("/")) {
            return image.toString();
        }
        String tag = Objects.requireNonNullElse(image.tag(), written.replaceFirst("@.*", ""));
        return image.digest() == null ? tag : tag + "@" + image.digest();
    }

    /** YAML within a block of YAML: its own bytes stay as well. */
    private static String nested(Decision decision, String text, YamlEditor editor, UnaryOperator<String> edit) {
        YamlScalar block = editor.root()
                .at(decision.pointer())
                .flatMap(YamlValue::asScalar)
                .orElseThrow();
        String changed = edit.apply(block.text());
        String written = text.substring(block.span().start(), block.span().end());
        int header = written.indexOf('\n');
        if (!written.startsWith("|") || header < 0) {
            return editor.set(decision.pointer(), changed).text();
        }
        String indentation = written.substring(header + 1).replaceFirst("(?s)^\\n*( *).*", "$1");
        String body = changed.lines()
                .map(line -> line.isEmpty() ? "" : indentation + line)
                .collect(Collectors.joining("\n"));
        String trailing = written.substring(written.stripTrailing().length());
        String edited = text.substring(0, block.span().start())
                + written.substring(0, header + 1)
                + body
                + trailing
                + text.substring(block.span().end());
        String read = YamlReader.core()
                .documents(decision.file(), edited)
                .get(decision.document())
                .at(decision.pointer())
                .flatMap(YamlValue::asText)
                .orElse("");
        if (!read.strip().equals(changed.strip())) {
            throw new YamlException(block.place(), "This text cannot be edited in place, do it by hand.");
        }
        return edited;
    }
}
