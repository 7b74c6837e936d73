package dev.slipway.git.web;

import dev.slipway.git.GitException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells messages of those who know a secret from others: an HMAC with SHA-256 over the body, as GitHub documents it for
 * webhooks, or the secret itself, as GitLab sends it. Without a secret nobody is believed.
 */
record WebhookSignature(@Nullable String secret) {

    private static final String ALGORITHM = "HmacSHA256";

    void require(HttpServletRequest request, byte[] body) {
        if (secret == null || secret.isBlank()) {
            throw refused("No webhook is set up: the server has no SLIPWAY_MIRRORS_WEBHOOK_SECRET.");
        }
        String signed = request.getHeader("X-Hub-Signature-256");
        String token = request.getHeader("X-Gitlab-Token");
        boolean genuine = (signed != null && isSame("sha256=" + HexFormat.of().formatHex(code(secret, body)), signed))
                || (token != null && isSame(secret, token));
        if (!genuine) {
            throw refused("The message is not signed with the webhook's secret.");
        }
    }

    private static byte[] code(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static GitException refused(String message) {
        return new GitException(ProblemCode.FORBIDDEN, Problem.of(message));
    }
}
