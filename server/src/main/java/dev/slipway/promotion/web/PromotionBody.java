package dev.slipway.promotion.web;

import dev.slipway.kernel.Release;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.Promotion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A promotion as JSON. */
record PromotionBody(
        long id,
        String kind,
        String service,
        @Nullable String from,
        String to,
        ReleaseBody release,
        String state,
        String requestedBy,
        List<GateVerdict> gates,
        List<Promotion.Approval> approvals,
        @Nullable String change,
        @Nullable String commit,
        String message,
        String reason,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** A Release as JSON: digests by image name. */
    record ReleaseBody(String id, String repository, String commit, Map<String, String> images) {
        static ReleaseBody of(Release release) {
            Map<String, String> images = new TreeMap<>();
            release.images().forEach((name, digest) -> images.put(name, digest.value()));
            return new ReleaseBody(
                    release.id(),
                    release.repository().toString(),
                    release.commit().value(),
                    images);
        }
    }

    static PromotionBody of(Promotion promotion) {
        return new PromotionBody(
                promotion.id().value(),
                promotion.kind().name(),
                promotion.service().value(),
                text(promotion.from()),
                promotion.to().value(),
                ReleaseBody.of(promotion.release()),
                promotion.state().name(),
                promotion.requestedBy(),
                promotion.gates(),
                promotion.approvals(),
                text(promotion.change()),
                text(promotion.commit()),
                promotion.message(),
                promotion.reason(),
                promotion.requestedAt(),
                promotion.finishedAt());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
