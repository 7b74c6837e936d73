package dev.slipway.traffic.front;

/**
 * How the front listener listens.
 *
 * @param port 0 takes any that is free
 * @param domain workloads answer on {@code <name>.<domain>}
 * @param secret what the portal's connector wants to see in {@link FrontListener#SECRET_HEADER}
 * @param behindProxy whether to listen on every address and believe the X-Forwarded headers that come in
 */
public record FrontOptions(int port, String domain, String secret, boolean behindProxy) {

    public FrontOptions {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The front listener needs a secret.");
        }
    }
}
