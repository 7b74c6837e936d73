package dev.slipway.previews;

import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.ProbeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers with one status. */
final class FakeGateway implements Gateway {

    int status = 200;
    final List<String> asked = new ArrayList<>();

    @Override
    public ProbeResult get(String host, String path, Duration timeout) {
        asked.add(host + path);
        return new ProbeResult.Answered(status, "", Duration.ofMillis(1));
    }
}
