package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Answers that are the same in every run: what looks random comes from a seed and from where the call stands, so that a change elsewhere
 * leaves it alone. For one execution; not safe for several threads.
 */
public final class Seeded implements Outside {
    private final String seed;
    private final Instant now;
    private final BiConsumer<Call, String> report;
    private final Map<String, Integer> calls = new HashMap<>();

    /**
     * @param seed for what looks random
     * @param now the moment
     * @param report told of every call: the call, and why its result is not what it would be elsewhere
     */
    public Seeded(String seed, Instant now, BiConsumer<Call, String> report) {
        this.seed = seed;
        this.now = now;
        this.report = report;
    }

    @Override
    public byte[] random(Call call, int count) {
        report.accept(call, "gives another result each time");
        call.reserve(count);
        String place = call.place().toString();
        int before = calls.merge(place, 1, Integer::sum);
        ByteBuffer out = ByteBuffer.allocate(count);
        for (int block = 0; out.hasRemaining(); block++) {
            byte[] bytes = hash(seed + '\n' + place + '\n' + before + '\n' + block);
            out.put(bytes, 0, Math.min(bytes.length, out.remaining()));
        }
        return out.array();
    }

    @Override
    public Instant now(Call call) {
        report.accept(call, "gives another result each time");
        return now;
    }

    @Override
    public String address(Call call, String host) {
        report.accept(call, "would ask the network");
        return "";
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
