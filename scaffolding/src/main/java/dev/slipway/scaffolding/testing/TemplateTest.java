package dev.slipway.scaffolding.testing;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of a template, as its file says.
 *
 * @param file its path in the template's directory
 * @param user entity reference of who runs it
 * @param answers outputs of steps that reach outside, by id of the step; the examples of their action where there are none
 */
record TemplateTest(
        String name,
        String file,
        Place place,
        Map<String, @Nullable Object> values,
        Map<String, String> secrets,
        String user,
        Map<String, @Nullable Object> userEntity,
        Map<String, Map<String, @Nullable Object>> answers,
        Expected expected) {

    /**
     * What shall come of it.
     *
     * @param fields parts of the messages, by the field that has the problem; empty when the answers are right
     * @param failure null when the run succeeds
     * @param files by path
     * @param complete whether no other files may come of it than those it names
     * @param folder files to compare with, a path in the template's directory; null for none
     * @param ran steps that were carried out
     * @param skipped steps that were not
     * @param output what the run shows, as far as it is said; null for anything
     */
    record Expected(
            Map<String, String> fields,
            @Nullable Failure failure,
            Map<String, ExpectedFile> files,
            boolean complete,
            @Nullable Folder folder,
            List<Named> ran,
            List<Named> skipped,
            @Nullable YamlMap output) {}

    /**
     * A step that fails.
     *
     * @param step empty for any
     * @param message a part of it
     */
    record Failure(String step, String message, Place place) {}

    /** A folder with all files that shall come of it. */
    record Folder(String path, Place place) {}

    /** The id of a step, where the test names it. */
    record Named(String id, Place place) {}
}
