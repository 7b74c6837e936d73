package dev.slipway.traffic.front;

import dev.slipway.traffic.front.Forwarding.Outcome;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Passes the portal's requests on to its private connector, with the secret that only the listener knows. */
final class PortalProxy {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Forwarding forwarding;
    private final ForwardedHeaders headers;
    private final String secret;

    PortalProxy(Forwarding forwarding, ForwardedHeaders headers, String secret) {
        this.forwarding = forwarding;
        this.headers = headers;
        this.secret = secret;
    }

    /** @param portal null while it is starting */
    void handle(HttpServerRequest request, String requestId, @Nullable InetSocketAddress portal) {
        if (portal == null) {
            Answers.starting(request);
            return;
        }
        forwarding
                .forward(
                        request,
                        Try.plain(
                                portal,
                                request.uri(),
                                outbound -> {
                                    headers.ofRequest(request, outbound, requestId);
                                    outbound.set(FrontListener.SECRET_HEADER, secret);
                                },
                                PATIENCE))
                .onSuccess(outcome -> {
                    switch (outcome) {
                        case Outcome.Answered _, Outcome.Dropped _ -> {}
                        case Outcome.NotConnected() -> Answers.starting(request);
                        case Outcome.NoAnswer(boolean late, boolean _) -> Answers.noAnswer(request, late);
                    }
                });
    }
}
