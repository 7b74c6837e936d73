package dev.slipway.gitops.validation;

import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what the checks find. */
final class Findings {

    private final Placements placements;
    private final Map<ApplicationId, Placement> placed = new HashMap<>();
    private final SecretValues secrets = new SecretValues();
    private final List<ValidationFinding> all = new ArrayList<>();

    Findings(Placements placements) {
        this.placements = placements;
    }

    void add(Managed object, Violation violation) {
        add(object, violation, object.application().application().file());
    }

    /** @param where of the object, should it stand in none of the files that its Application is rendered from */
    void add(Managed object, Violation violation, String where) {
        var application = object.application().application();
        add(object, violation, where, placed.computeIfAbsent(application.id(), _ -> placements.of(application)));
    }

    /** Of what belongs to no Application. */
    void add(Managed object, Violation violation, String where, Placement placement) {
        @Nullable
        String ignored = Ignored.of(object.object()).reason(violation.rule()).orElse(null);
        all.add(new ValidationFinding(object, placement, secrets.hidden(object.object(), violation), where, ignored));
    }

    List<ValidationFinding> sorted() {
        return all.stream()
                .sorted(Comparator.comparing((ValidationFinding each) -> each.ignored() != null)
                        .thenComparing(each -> each.violation().severity())
                        .thenComparing(each ->
                                each.object().application().application().name())
                        .thenComparing(each -> each.object().toString())
                        .thenComparing(each -> each.violation().rule())
                        .thenComparing(each -> each.violation().pointer()))
                .toList();
    }
}
