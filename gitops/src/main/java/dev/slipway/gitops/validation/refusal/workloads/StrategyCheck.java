package dev.slipway.gitops.validation.refusal.workloads;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Share;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How pods are replaced leads somewhere. */
public final class StrategyCheck implements ObjectCheck {

    /** Where none is said. */
    private static final long DEADLINE = 600;

    private static final Share NONE = new Share(0, false);
    private static final Share ONE = new Share(1, false);
    private static final Share QUARTER = new Share(25, true);

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        switch (object.group() + " " + object.kind()) {
            case "apps Deployment" -> deployment(object, found);
            case "apps DaemonSet" -> daemonSet(object, found);
            case "apps StatefulSet" -> statefulSet(object, found);
            default -> {}
        }
    }

    private static void deployment(Resource object, Consumer<Violation> found) {
        Map<String, @Nullable Object> strategy = object.map("spec", "strategy");
        Object rolling = strategy.get("rollingUpdate");
        if ("Recreate".equals(strategy.get("type"))) {
            notBeside(rolling, "/spec/strategy/rollingUpdate", "Recreate", found);
        } else {
            Share unavailable = share(rolling, "maxUnavailable", "/spec/strategy", QUARTER, true, found);
            Share surge = share(rolling, "maxSurge", "/spec/strategy", QUARTER, false, found);
            moves(unavailable, surge, "/spec/strategy", found);
        }
        long ready = number(object, "minReadySeconds", 0);
        long deadline = number(object, "progressDeadlineSeconds", DEADLINE);
        if (deadline <= ready) {
            found.accept(refused(
                    "/spec/progressDeadlineSeconds",
                    "No pod is available within " + deadline + " seconds: minReadySeconds is " + ready + ".",
                    "more than minReadySeconds"));
        }
    }

    private static void daemonSet(Resource object, Consumer<Violation> found) {
        Map<String, @Nullable Object> strategy = object.map("spec", "updateStrategy");
        Object rolling = strategy.get("rollingUpdate");
        if (rolling == null || "OnDelete".equals(strategy.get("type"))) {
            return;
        }
        Share unavailable = share(rolling, "maxUnavailable", "/spec/updateStrategy", ONE, true, found);
        Share surge = share(rolling, "maxSurge", "/spec/updateStrategy", NONE, true, found);
        moves(unavailable, surge, "/spec/updateStrategy", found);
        if (!unavailable.isZero() && !surge.isZero()) {
            found.accept(refused(
                    "/spec/updateStrategy/rollingUpdate/maxSurge",
                    "A DaemonSet either has pods unavailable (" + words(unavailable) + ") or a second one beside them.",
                    "maxUnavailable: 0, which is 1 where it is not said, or no maxSurge"));
        }
    }

    private static void statefulSet(Resource object, Consumer<Violation> found) {
        Map<String, @Nullable Object> strategy = object.map("spec", "updateStrategy");
        Object rolling = strategy.get("rollingUpdate");
        if ("OnDelete".equals(strategy.get("type"))) {
            notBeside(rolling, "/spec/updateStrategy/rollingUpdate", "OnDelete", found);
            return;
        }
        if (share(rolling, "maxUnavailable", "/spec/updateStrategy", ONE, true, found)
                .isZero()) {
            found.accept(stuck("/spec/updateStrategy"));
        }
    }

    private static void notBeside(@Nullable Object rolling, String at, String type, Consumer<Violation> found) {
        if (rolling != null) {
            found.accept(refused(at, "\"" + type + "\" replaces pods without rolling.", "no rollingUpdate beside it"));
        }
    }

    private static void moves(Share unavailable, Share surge, String at, Consumer<Violation> found) {
        if (unavailable.isZero() && surge.isZero()) {
            found.accept(stuck(at));
        }
    }

    private static Violation stuck(String at) {
        return refused(
                at + "/rollingUpdate/maxUnavailable",
                "No pod may be missing and none may be there beside it: nothing is ever replaced.",
                "maxUnavailable or maxSurge above 0");
    }

    /** The default where it is not said, or is none. */
    private static Share share(
            @Nullable Object rolling,
            String field,
            String strategy,
            Share otherwise,
            boolean ofAll,
            Consumer<Violation> found) {
        Object value = Values.at(rolling, field);
        if (value == null) {
            return otherwise;
        }
        Optional<Share> share = Share.parse(value);
        if (share.isEmpty() || share.get().amount() < 0 || (ofAll && share.get().isMoreThanAll())) {
            found.accept(refused(
                    strategy + "/rollingUpdate/" + field,
                    "\"" + value + "\" is no " + field + ".",
                    Share.WORDS + (ofAll ? ", at most 100%" : "")));
            return otherwise;
        }
        return share.get();
    }

    private static String words(Share share) {
        return share.amount() + (share.percent() ? "%" : "");
    }

    private static long number(Resource object, String field, long otherwise) {
        return Objects.requireNonNullElse(object.map("spec").get(field), otherwise) instanceof Number number
                ? number.longValue()
                : otherwise;
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.STRATEGY, at, what, expected);
    }
}
