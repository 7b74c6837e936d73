package dev.slipway.gitops.validation.schema;

import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What schemas do not say of names and labels.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>
 */
public final class NameCheck {

    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
    private static final Set<String> LABELS = Set.of("Namespace", "Service");
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;

    /** As long as what Kubernetes adds to generateName. */
    private static final String SUFFIX = "xxxxx";

    private NameCheck() {}

    public static List<Violation> violations(Resource object) {
        List<Violation> violations = new ArrayList<>();
        if (!object.group().equals("rbac.authorization.k8s.io")) {
            boolean label = LABELS.contains(object.kind()) && object.group().isEmpty();
            int longest = label ? LONGEST_LABEL : LONGEST_NAME;
            String name = name(object);
            if (!(label ? LABEL : SUBDOMAIN).matcher(name).matches() || name.length() > longest) {
                violations.add(wrong(
                        CreatedNames.isOne(object) ? "/metadata/generateName" : "/metadata/name",
                        "\"" + name + "\" is no name for a " + object.kind() + ".",
                        "small letters, digits and \"-\"" + (label ? "" : " and \".\"") + ", at most " + longest));
            }
        }
        labels(object, violations, "metadata", "labels");
        labels(object, violations, "spec", "template", "metadata", "labels");
        return violations;
    }

    /** Where one is made, what it may be: Kubernetes cuts what is before it to fit a label. */
    private static String name(Resource object) {
        if (!CreatedNames.isOne(object)) {
            return object.name();
        }
        String prefix = CreatedNames.prefix(object);
        return prefix.substring(0, Math.min(prefix.length(), LONGEST_LABEL - SUFFIX.length())) + SUFFIX;
    }

    private static void labels(Resource object, List<Violation> violations, String... path) {
        Map<String, @Nullable Object> labels = object.map(path);
        labels.forEach((key, value) -> {
            String text = Values.text(labels, key);
            String name = key.substring(key.indexOf('/') + 1);
            String at = "/" + String.join("/", path) + "/" + key.replace("/", "~1");
            if (name.isEmpty() || isWrong(name)) {
                violations.add(
                        wrong(at, "\"" + key + "\" is no key of a label.", "letters, digits, \"-\", \"_\", \".\""));
            }
            if (text != null && isWrong(text)) {
                violations.add(wrong(
                        at,
                        "\"" + text + "\" is no value of a label.",
                        "letters, digits, \"-\", \"_\", \".\", at most " + LONGEST_LABEL
                                + ", a letter or digit at both ends"));
            }
        });
    }

    private static boolean isWrong(String text) {
        return text.length() > LONGEST_LABEL || !VALUE.matcher(text).matches();
    }

    private static Violation wrong(String at, String what, String expected) {
        return Violation.error(Rule.SCHEMA_NAME, at, what, expected, "Kubernetes refuses the object.");
    }
}
