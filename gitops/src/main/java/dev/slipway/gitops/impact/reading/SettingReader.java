package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning.Setting;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single fields whose values say how an object behaves: claims, CronJobs, tokens of accounts, Istio's policies. */
final class SettingReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        if (pair.isChanged()) {
            findings.open().forEach(each -> setting(pair.any(), each).ifPresent(found -> findings.add(each, found)));
        }
    }

    private static Optional<Setting> setting(Manifest manifest, Difference each) {
        String before = ContainerReader.text(each.before());
        String after = ContainerReader.text(each.after());
        if (each.path().last().equals("automountServiceAccountToken")) {
            return Optional.of(token(before, after));
        }
        String field = String.join(".", each.path().keys());
        return switch (manifest.object().kind() + " " + field) {
            case "PersistentVolumeClaim spec.resources.requests.storage" ->
                notable("Storage", before, after, "it grows where its class has allowVolumeExpansion");
            case "CronJob spec.concurrencyPolicy" -> notable("Concurrency policy", before, after, concurrency(after));
            case "AuthorizationPolicy spec.action" -> risky("Action", before, after, action(after));
            case "PeerAuthentication spec.mtls.mode" -> risky("Mutual TLS", before, after, mutualTls(after));
            default -> Optional.empty();
        };
    }

    private static Setting token(@Nullable String before, @Nullable String after) {
        boolean opened = "false".equals(before);
        return new Setting(
                "Token of the service account in pods (automountServiceAccountToken)",
                before,
                after,
                opened ? "whoever gets into a pod may do what the account may" : null,
                opened ? Severity.RISKY : Severity.NOTABLE);
    }

    /** {@code Allow} where it says nothing: Kubernetes' documentation of CronJobs. */
    private static String concurrency(@Nullable String policy) {
        return switch (Objects.requireNonNullElse(policy, "Allow")) {
            case "Forbid" -> "a run is left out while another goes on";
            case "Replace" -> "a run that goes on is stopped by the next one";
            default -> "runs may overlap";
        };
    }

    /** {@code ALLOW} where it says nothing: Istio's reference of AuthorizationPolicy. */
    private static @Nullable String action(@Nullable String action) {
        return switch (Objects.requireNonNullElse(action, "ALLOW")) {
            case "ALLOW" -> "only what its rules name is admitted";
            case "DENY" -> "what its rules name is refused";
            case "AUDIT" -> "what its rules name is recorded, and nothing refused by it";
            default -> null;
        };
    }

    private static @Nullable String mutualTls(@Nullable String mode) {
        return switch (Objects.requireNonNullElse(mode, "UNSET")) {
            case "STRICT" -> "clients without a certificate of the mesh are refused";
            case "PERMISSIVE", "DISABLE" -> "traffic in plain text is admitted";
            default -> "the namespace or the mesh decides";
        };
    }

    private static Optional<Setting> notable(
            String field, @Nullable String before, @Nullable String after, String consequence) {
        return Optional.of(new Setting(field, before, after, consequence, Severity.NOTABLE));
    }

    private static Optional<Setting> risky(
            String field, @Nullable String before, @Nullable String after, @Nullable String consequence) {
        return Optional.of(new Setting(field, before, after, consequence, Severity.RISKY));
    }
}
