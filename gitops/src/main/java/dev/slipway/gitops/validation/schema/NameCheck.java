package dev.slipway.gitops.validation.schema;

import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What schemas do not say of names, labels and annotations.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>
 */
public final class NameCheck {

    private static final Set<String> LABELS = Set.of(" Namespace", " Service", "apps StatefulSet");

    /** Their name becomes the value of a label of their pods; a CronJob's Jobs have eleven characters more. */
    private static final Map<String, Integer> LONGEST = Map.of("batch Job", 63, "batch CronJob", 52);

    private static final int MOST_ANNOTATIONS = 256 * 1024;

    /** As long as what Kubernetes adds to generateName. */
    private static final String SUFFIX = "xxxxx";

    private NameCheck() {}

    public static List<Violation> violations(Resource object) {
        List<Violation> violations = new ArrayList<>();
        if (!object.group().equals("rbac.authorization.k8s.io")) {
            name(object, violations);
        }
        metadata(object, violations, "metadata");
        if (object.kind().equals("CronJob")) {
            metadata(object, violations, "spec", "jobTemplate", "metadata");
            metadata(object, violations, "spec", "jobTemplate", "spec", "template", "metadata");
        } else if (Pods.of(object).isPresent()) {
            metadata(object, violations, "spec", "template", "metadata");
        }
        labels(object, violations, "spec", "selector", "matchLabels");
        if (object.kind().equals("Service") && object.group().isEmpty()) {
            labels(object, violations, "spec", "selector");
        }
        return violations;
    }

    private static void name(Resource object, List<Violation> violations) {
        String kind = object.group() + " " + object.kind();
        boolean label = LABELS.contains(kind);
        int longest = LONGEST.getOrDefault(kind, label ? Names.LONGEST_LABEL : Names.LONGEST_SUBDOMAIN);
        String name = name(object);
        if (!(label ? Names.isLabel(name) : Names.isSubdomain(name)) || name.length() > longest) {
            violations.add(wrong(
                    CreatedNames.isOne(object) ? "/metadata/generateName" : "/metadata/name",
                    "\"" + name + "\" is no name for a " + object.kind() + ".",
                    "small letters, digits and \"-\"" + (label ? "" : " and \".\"") + ", at most " + longest));
        }
    }

    /** Where one is made, what it may be: Kubernetes cuts what is before it to fit a label. */
    private static String name(Resource object) {
        if (!CreatedNames.isOne(object)) {
            return object.name();
        }
        String prefix = CreatedNames.prefix(object);
        return prefix.substring(0, Math.min(prefix.length(), Names.LONGEST_LABEL - SUFFIX.length())) + SUFFIX;
    }

    private static void metadata(Resource object, List<Violation> violations, String... path) {
        labels(object, violations, with(path, "labels"));
        annotations(object, violations, with(path, "annotations"));
    }

    private static String[] with(String[] path, String last) {
        List<String> all = new ArrayList<>(List.of(path));
        all.add(last);
        return all.toArray(String[]::new);
    }

    private static void labels(Resource object, List<Violation> violations, String... path) {
        Map<String, @Nullable Object> labels = object.map(path);
        labels.forEach((key, value) -> {
            String text = Values.text(labels, key);
            if (!Names.isQualified(key)) {
                violations.add(wrong(at(path, key), "\"" + key + "\" is no key of a label.", key()));
            }
            if (text != null && !Names.isLabelValue(text)) {
                violations.add(wrong(
                        at(path, key),
                        "\"" + text + "\" is no value of a label.",
                        "letters, digits, \"-\", \"_\", \".\", at most " + Names.LONGEST_LABEL
                                + ", a letter or digit at both ends"));
            }
        });
    }

    private static void annotations(Resource object, List<Violation> violations, String... path) {
        Map<String, @Nullable Object> annotations = object.map(path);
        long size = 0;
        for (String key : annotations.keySet()) {
            String text = Values.text(annotations, key);
            size += bytes(key) + (text == null ? 0 : bytes(text));
            if (!Names.isAnnotation(key)) {
                violations.add(wrong(at(path, key), "\"" + key + "\" is no key of an annotation.", key()));
            }
        }
        if (size > MOST_ANNOTATIONS) {
            violations.add(wrong(
                    "/" + String.join("/", path),
                    "The annotations have " + size + " bytes.",
                    "at most " + MOST_ANNOTATIONS + " together"));
        }
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String key() {
        return "letters, digits, \"-\", \"_\", \".\", at most " + Names.LONGEST_LABEL
                + ", before it a domain and \"/\" or nothing";
    }

    private static String at(String[] path, String key) {
        return "/" + String.join("/", path) + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static Violation wrong(String at, String what, String expected) {
        return Violation.refused(Rule.SCHEMA_NAME, at, what, expected);
    }
}
