package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.Json;
import dev.slipway.delivery.objects.Manifest;
import java.time.Instant;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Hashes of pod templates, each computed once: the loop asks many times a second. Confined to the loop's thread. */
final class TemplateHashes {

    private static final int MOST = 5_000;

    private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();

    /** Equal for templates that make equal pods; another one after a restart. */
    String of(Manifest template, @Nullable Instant restartedAt) {
        if (known.size() > MOST) {
            known.clear();
        }
        String hash = known.computeIfAbsent(template.content(), content -> Json.hash(Json.write(template.content())));
        return restartedAt == null ? hash : Json.hash(hash + restartedAt);
    }
}
