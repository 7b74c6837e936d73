package dev.slipway.gitops.validation.refusal.workloads;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Share;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A PodDisruptionBudget says one number. */
public final class BudgetCheck implements ObjectCheck {

    private static final List<String> FIELDS = List.of("minAvailable", "maxUnavailable");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("PodDisruptionBudget") || !object.group().equals("policy")) {
            return;
        }
        if (FIELDS.stream().allMatch(each -> object.at("spec", each).isPresent())) {
            found.accept(Violation.refused(
                    Rule.BUDGET,
                    "/spec/maxUnavailable",
                    "It says both minAvailable and maxUnavailable.",
                    "one of the two"));
        }
        for (String field : FIELDS) {
            object.at("spec", field).ifPresent(value -> {
                Optional<Share> share = Share.parse(value);
                if (share.isEmpty() || share.get().amount() < 0 || share.get().isMoreThanAll()) {
                    found.accept(Violation.refused(
                            Rule.BUDGET,
                            "/spec/" + field,
                            "\"" + value + "\" is no number of pods.",
                            Share.WORDS + ", at most 100%"));
                }
            });
        }
    }
}
