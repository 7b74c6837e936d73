package dev.slipway.entities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every entity must have, whatever its kind: apiVersion, kind, metadata. Source of the rules: Backstage's documentation,
 * "Common to All Kinds", and the limits of its catalog-model's validators.
 */
final class Envelope {

    private static final int LONGEST = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*");
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]+(-+[a-z0-9]+)*");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern TAG = Pattern.compile("[a-z0-9:+#]+(-[a-z0-9:+#]+)*");
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9]+([-.]+[a-zA-Z0-9]+)*");
    private static final String NAME_WORDS =
            "at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit";

    private static final Pointer LABELS = Pointer.METADATA.below("labels");
    private static final Pointer ANNOTATIONS = Pointer.METADATA.below("annotations");
    private static final Pointer TAGS = Pointer.METADATA.below("tags");
    private static final Pointer LINKS = Pointer.METADATA.below("links");

    private final Findings findings;

    Envelope(Findings findings) {
        this.findings = findings;
    }

    /** Checks a document and tells which entity it is, if that much can be read. */
    Optional<EntityRef> check(Map<String, @Nullable Object> document) {
        String kind = text(document, Pointer.DOCUMENT, "kind", KIND, "letters and digits");
        String version = required(document, Pointer.DOCUMENT, "apiVersion");
        if (kind != null && version != null) {
            version(kind, version);
        }
        if (!(document.get("metadata") instanceof Map<?, ?> metadata)) {
            findings.add(Pointer.METADATA, "The entity has no metadata.", "a map with at least a name");
            return Optional.empty();
        }
        return metadata(kind, metadata);
    }

    private void version(String kind, String version) {
        if (Kinds.known(kind) && !Kinds.apiVersions(kind).contains(version)) {
            findings.add(
                    Pointer.DOCUMENT.below("apiVersion"),
                    "\"" + version + "\" is not a version of " + kind + ".",
                    kind.equalsIgnoreCase("template") ? "scaffolder.backstage.io/v1beta3" : "backstage.io/v1alpha1");
        }
    }

    private Optional<EntityRef> metadata(@Nullable String kind, Map<?, ?> metadata) {
        String name = text(metadata, Pointer.METADATA, "name", NAME, NAME_WORDS);
        String namespace = EntityRef.DEFAULT_NAMESPACE;
        if (metadata.get("namespace") != null) {
            namespace = text(
                    metadata, Pointer.METADATA, "namespace", NAMESPACE, "at most 63 lower-case letters, digits and -");
        }
        optionalText(metadata, "title");
        optionalText(metadata, "description");
        texts(metadata.get("labels"), LABELS, true);
        texts(metadata.get("annotations"), ANNOTATIONS, false);
        tags(metadata.get("tags"));
        links(metadata.get("links"));
        return kind == null || name == null || namespace == null
                ? Optional.empty()
                : Optional.of(new EntityRef(kind, namespace, name));
    }

    private @Nullable String required(Map<?, ?> map, Pointer pointer, String key) {
        Object value = map.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        findings.add(pointer.below(key), value == null ? key + " is missing." : key + " is not a text.", "a text");
        return null;
    }

    private @Nullable String text(Map<?, ?> map, Pointer pointer, String key, Pattern pattern, String words) {
        String text = required(map, pointer, key);
        if (text != null && (text.length() > LONGEST || !pattern.matcher(text).matches())) {
            findings.add(pointer.below(key), "\"" + Wording.brief(text) + "\" is not a valid " + key + ".", words);
            return null;
        }
        return text;
    }

    private void optionalText(Map<?, ?> metadata, String key) {
        Object value = metadata.get(key);
        if (value != null && !(value instanceof String)) {
            findings.add(Pointer.METADATA.below(key), key + " is " + Wording.of(value) + ".", "a text");
        }
    }

    private void texts(@Nullable Object value, Pointer pointer, boolean labels) {
        if (value != null && !(value instanceof Map)) {
            findings.add(pointer, "This is " + Wording.of(value) + ".", "a map of texts");
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> entry(pointer.below(String.valueOf(key)), String.valueOf(key), item, labels));
        }
    }

    private void entry(Pointer pointer, String key, @Nullable Object value, boolean label) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (name.length() > LONGEST
                || !NAME.matcher(name).matches()
                || (slash >= 0 && !PREFIX.matcher(key.substring(0, slash)).matches())) {
            findings.add(
                    pointer, "\"" + Wording.brief(key) + "\" is not a valid key.", "name, or a domain, / and name");
        }
        if (!(value instanceof String text)) {
            findings.add(pointer, "The value is " + Wording.of(value) + ".", "a text: put it into quotes");
        } else if (label
                && !text.isEmpty()
                && (text.length() > LONGEST || !NAME.matcher(text).matches())) {
            findings.add(pointer, "\"" + Wording.brief(text) + "\" is not a valid label.", NAME_WORDS);
        }
    }

    private void tags(@Nullable Object value) {
        if (value != null && !(value instanceof List)) {
            findings.add(TAGS, "tags is " + Wording.of(value) + ".", "a list of texts");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof String tag)
                        || tag.length() > LONGEST
                        || !TAG.matcher(tag).matches()) {
                    findings.add(
                            TAGS.below(i),
                            Wording.quoted(list.get(i)) + " is not a valid tag.",
                            "at most 63 lower-case letters, digits, +, #, : and single -");
                }
            }
        }
    }

    private void links(@Nullable Object value) {
        if (value != null && !(value instanceof List)) {
            findings.add(LINKS, "links is " + Wording.of(value) + ".", "a list of maps, each with a url");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof Map<?, ?> link
                        && link.get("url") instanceof String url
                        && !url.isBlank())) {
                    findings.add(LINKS.below(i), "The link has no url.", "a map with a url, and title, icon, type");
                }
            }
        }
    }
}
