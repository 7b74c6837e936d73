package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A claim says how its volume is used and how large it is. */
public final class VolumeClaimCheck implements ObjectCheck {

    private static final String ALONE = "ReadWriteOncePod";
    private static final Set<String> MODES = Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", ALONE);
    private static final String WORDS = "ReadWriteOnce, ReadOnlyMany, ReadWriteMany or " + ALONE;

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        String kind = object.group() + " " + object.kind();
        if (kind.equals(" PersistentVolumeClaim")) {
            claim(object.content().get("spec"), "/spec", found);
        } else if (kind.equals("apps StatefulSet")) {
            List<@Nullable Object> templates = object.list("spec", "volumeClaimTemplates");
            for (int i = 0; i < templates.size(); i++) {
                claim(Values.at(templates.get(i), "spec"), "/spec/volumeClaimTemplates/" + i + "/spec", found);
            }
        }
    }

    private static void claim(@Nullable Object spec, String at, Consumer<Violation> found) {
        List<@Nullable Object> modes = Objects.requireNonNullElse(Values.list(spec, "accessModes"), List.of());
        if (modes.isEmpty()) {
            found.accept(refused(at + "/accessModes", "How its volume is used is not said.", WORDS));
        }
        for (int i = 0; i < modes.size(); i++) {
            if (!MODES.contains(String.valueOf(modes.get(i)))) {
                found.accept(refused(at + "/accessModes/" + i, "\"" + modes.get(i) + "\" is no access mode.", WORDS));
            }
        }
        if (modes.size() > 1 && modes.contains(ALONE)) {
            found.accept(refused(at + "/accessModes", ALONE + " goes with no other mode.", ALONE + " alone"));
        }
        Object storage = Values.at(spec, "resources", "requests", "storage");
        if (storage == null) {
            found.accept(refused(at + "/resources", "How large its volume is is not said.", "requests.storage"));
        } else if (Quantity.parse(storage)
                .filter(size -> size.compareTo(Quantity.ZERO) <= 0)
                .isPresent()) {
            found.accept(refused(
                    at + "/resources/requests/storage", "\"" + storage + "\" is no size of a volume.", "more than 0"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.CLAIMS, at, what, expected);
    }
}
