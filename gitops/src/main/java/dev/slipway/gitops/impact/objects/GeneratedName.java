package dev.slipway.gitops.impact.objects;

import dev.slipway.kustomize.Resource;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that end in a hash of the content, as kustomize's generators give them: ten characters of the alphabet that its
 * {@code hasher.encode} (api/hasher/hasher.go) leaves, so that vowels cannot make words.
 */
public final class GeneratedName {

    private static final Pattern HASHED = Pattern.compile("(.+)-[2456789bcdfghkmt]{10}");
    private static final Set<String> KINDS = Set.of("ConfigMap", "Secret");

    private GeneratedName() {}

    /** Without the hash; the name itself where it has none. */
    public static String stem(Resource object) {
        return KINDS.contains(object.kind()) ? stem(object.name()) : object.name();
    }

    /** Without the hash. */
    public static String stem(String name) {
        Matcher hashed = HASHED.matcher(name);
        return hashed.matches() ? hashed.group(1) : name;
    }

    /** Whether it ends in a hash of the content. */
    public static boolean isHashed(Resource object) {
        return !stem(object).equals(object.name());
    }
}
