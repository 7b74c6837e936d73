package dev.slipway.traffic.gateway;

import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.ProbeResult;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.LoopbackClient;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks workloads through the front listener itself. */
@Component
class LoopbackGateway implements Gateway {

    private static final int LONGEST_BODY = 2_000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");

    private final LoopbackClient client;

    LoopbackGateway(FrontListener front) {
        this.client = front.client();
    }

    @Override
    public ProbeResult get(String host, String path, Duration timeout) {
        if (!HOST.matcher(host).matches()
                || !path.startsWith("/")
                || path.chars().anyMatch(c -> c <= ' ')) {
            return new ProbeResult.Failed("\"" + host + path + "\" is no host and path.");
        }
        long started = System.nanoTime();
        try {
            LoopbackClient.Answer answer = client.get(host, path, timeout, LONGEST_BODY);
            return new ProbeResult.Answered(
                    answer.status(), answer.body(), Duration.ofNanos(System.nanoTime() - started));
        } catch (IOException e) {
            return new ProbeResult.Failed("http://" + host + path + ": " + e.getMessage());
        }
    }
}
