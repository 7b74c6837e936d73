package dev.slipway.gitops.impact.reading.workloads;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning.Setting;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single fields whose values say how pods behave: overlapping runs, tokens of accounts. */
public final class SettingReader implements FieldReader {

    @Override
    public Optional<Setting> meaning(ObjectPair pair, Difference difference) {
        String before = difference.textBefore();
        String after = difference.textAfter();
        if (difference.path().last().equals("automountServiceAccountToken")) {
            return Optional.of(token(before, after));
        }
        boolean concurrency = pair.any().object().kind().equals("CronJob")
                && difference.path().keys().equals(List.of("spec", "concurrencyPolicy"));
        return concurrency
                ? Optional.of(Setting.notable("Concurrency policy", before, after, concurrency(after)))
                : Optional.empty();
    }

    private static Setting token(@Nullable String before, @Nullable String after) {
        String token = "Token of the service account in pods (automountServiceAccountToken)";
        return "false".equals(before)
                ? Setting.risky(token, before, after, "whoever gets into a pod may do what the account may")
                : Setting.notable(token, before, after, null);
    }

    /** {@code Allow} where it says nothing: Kubernetes' documentation of CronJobs. */
    private static String concurrency(@Nullable String policy) {
        return switch (Objects.requireNonNullElse(policy, "Allow")) {
            case "Forbid" -> "a run is left out while another goes on";
            case "Replace" -> "a run that goes on is stopped by the next one";
            default -> "runs may overlap";
        };
    }
}
