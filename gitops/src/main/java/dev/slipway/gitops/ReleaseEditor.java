package dev.slipway.gitops;

import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.ImageOverride;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a Release into an Application's file: commit, images by digest, automatic sync. Every other byte stays. */
public final class ReleaseEditor {

    private static final String IMAGES = "/spec/source/kustomize/images";
    private static final String ENABLED = "/spec/syncPolicy/automated/enabled";

    private ReleaseEditor() {}

    /**
     * @param commit of the configuration
     * @param images digests by the image's repository name
     * @param named what the manifests call an image, by its repository name, where that is another name
     * @throws YamlException if the file holds no Application, or cannot be edited in place
     */
    public static String set(
            String file, String text, String commit, Map<String, String> images, Map<String, String> named) {
        YamlEditor editor = YamlEditor.of(file, text, ReleaseEditor::isApplication);
        return edited(editor, commit, images, named).set(ENABLED, true).text();
    }

    /**
     * The same of one of several Applications in a file that Slipway did not write: whether it syncs by itself stays as it
     * is, unless it says that it does not do so yet.
     *
     * @param application its name
     */
    public static String set(
            String file,
            String text,
            String application,
            String commit,
            Map<String, String> images,
            Map<String, String> named) {
        YamlEditor editor = YamlEditor.of(file, text, each -> isApplication(each, application));
        YamlEditor edited = edited(editor, commit, images, named);
        return edited.root().at(ENABLED).isPresent() ? edited.set(ENABLED, true).text() : edited.text();
    }

    /**
     * Another commit for a source.
     *
     * @param pointer to the source
     * @throws YamlException if the file holds no such Application, or cannot be edited in place
     */
    public static String commit(String file, String text, String application, String pointer, String commit) {
        return YamlEditor.of(file, text, each -> isApplication(each, application))
                .set(pointer + "/targetRevision", commit)
                .text();
    }

    private static YamlEditor edited(
            YamlEditor editor, String commit, Map<String, String> images, Map<String, String> named) {
        return images(editor.set("/spec/source/targetRevision", commit), new TreeMap<>(images), named);
    }

    private static boolean isApplication(YamlValue document, String name) {
        return isApplication(document)
                && document.at("/metadata/name")
                        .flatMap(YamlValue::asText)
                        .orElse("")
                        .equals(name);
    }

    private static boolean isApplication(YamlValue document) {
        return document.at("/kind").flatMap(YamlValue::asText).orElse("").equals("Application");
    }

    private static YamlEditor images(YamlEditor editor, Map<String, String> missing, Map<String, String> named) {
        List<YamlValue> items = editor.root()
                .at(IMAGES)
                .flatMap(YamlValue::asList)
                .map(list -> list.items())
                .orElse(List.of());
        YamlEditor edited = editor;
        for (int i = items.size() - 1; i >= 0; i--) {
            String written = items.get(i).asText().orElse("");
            ImageOverride image = ImageOverride.parse(written);
            String repository = image.newName() == null ? image.name() : image.newName();
            String digest = missing.remove(repository);
            if (digest != null) {
                String name = image.newName() == null ? null : image.name();
                edited = edited.set(IMAGES + "/" + i, prefix(name) + repository + "@" + digest);
            } else if (image.digest() != null) {
                edited = edited.remove(IMAGES + "/" + i);
            }
        }
        return appended(edited, missing, named);
    }

    private static YamlEditor appended(YamlEditor editor, Map<String, String> missing, Map<String, String> named) {
        List<String> added = missing.entrySet().stream()
                .map(each -> prefix(named.get(each.getKey())) + each.getKey() + "@" + each.getValue())
                .toList();
        boolean present = editor.root().at(IMAGES).flatMap(YamlValue::asList).isPresent();
        if (added.isEmpty()) {
            return editor;
        }
        if (!present) {
            return editor.set(IMAGES, added);
        }
        YamlEditor edited = editor;
        for (String image : added) {
            int size = edited.root()
                    .at(IMAGES)
                    .flatMap(YamlValue::asList)
                    .orElseThrow()
                    .items()
                    .size();
            edited = edited.set(IMAGES + "/" + size, image);
        }
        return edited;
    }

    /** Kustomize's {@code name=newName@digest}. */
    private static String prefix(@Nullable String name) {
        return name == null ? "" : name + "=";
    }
}
