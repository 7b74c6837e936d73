package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning.Setting;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields of Istio's policies whose values say whom they admit. */
public final class MeshReader implements FieldReader {

    @Override
    public Optional<Setting> meaning(ObjectPair pair, Difference difference) {
        String before = difference.textBefore();
        String after = difference.textAfter();
        String field = String.join(".", difference.path().keys());
        return switch (pair.any().object().kind() + " " + field) {
            case "AuthorizationPolicy spec.action" ->
                Optional.of(Setting.risky("Action", before, after, action(after)));
            case "PeerAuthentication spec.mtls.mode" ->
                Optional.of(Setting.risky("Mutual TLS", before, after, mutualTls(after)));
            default -> Optional.empty();
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

    private static String mutualTls(@Nullable String mode) {
        return switch (Objects.requireNonNullElse(mode, "UNSET")) {
            case "STRICT" -> "clients without a certificate of the mesh are refused";
            case "PERMISSIVE", "DISABLE" -> "traffic in plain text is admitted";
            default -> "the namespace or the mesh decides";
        };
    }
}
