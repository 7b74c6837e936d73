package dev.slipway.kustomize.transform;

import java.util.regex.Pattern;

/** Replaces parts of an image's reference; what is empty is left as it is. */
public record Image(String name, String newName, String newTag, String digest, String tagSuffix) {
    private static final Pattern REST = Pattern.compile("(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?");

    /** Whether the reference is of this image. */
    boolean matches(String reference) {
        return reference.startsWith(name)
                && REST.matcher(reference)
                        .region(name.length(), reference.length())
                        .matches();
    }

    String replaced(String reference) {
        int from = Math.max(reference.indexOf('/'), 0);
        int at = reference.indexOf('@', from);
        int colon = reference.indexOf(':', from);
        boolean tagged = colon >= 0 && (at < 0 || colon < at);
        int end = tagged ? colon : at < 0 ? reference.length() : at;
        String tag = tagged ? reference.substring(colon + 1, at < 0 ? reference.length() : at) : "";
        String oldDigest = at < 0 ? "" : reference.substring(at + 1);
        return joined(newName.isEmpty() ? reference.substring(0, end) : newName, tag, oldDigest);
    }

    private String joined(String repository, String oldTag, String oldDigest) {
        String tag = oldTag;
        String last = oldDigest;
        if (!newTag.isEmpty() || !digest.isEmpty()) {
            tag = newTag;
            last = digest;
        } else if (!tagSuffix.isEmpty()) {
            tag = oldTag + tagSuffix;
            last = "";
        }
        return repository + (tag.isEmpty() ? "" : ":" + tag) + (last.isEmpty() ? "" : "@" + last);
    }
}
