package dev.slipway.delivery.probes;

import dev.slipway.delivery.objects.Manifest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a process once, on loopback: {@code httpGet}, {@code tcpSocket}, {@code grpc} or {@code exec}. */
final class ProbeCheck {

    private final Manifest probe;
    private final ProbeTarget target;
    private final ProbeClients clients;
    private final Duration timeout;

    ProbeCheck(Manifest probe, ProbeTarget target, ProbeClients clients) {
        this.probe = probe;
        this.target = target;
        this.clients = clients;
        this.timeout = Duration.ofSeconds(Math.max(1, probe.number(1, "timeoutSeconds")));
    }

    /** Why it failed; empty when it succeeded. */
    Optional<String> failure() {
        try {
            if (probe.has("httpGet")) {
                return http(probe.at("httpGet"));
            }
            if (probe.has("tcpSocket")) {
                return tcp(probe.at("tcpSocket"));
            }
            if (probe.has("grpc")) {
                return grpc(probe.at("grpc"));
            }
            if (probe.has("exec")) {
                return target.execute(probe.texts("exec", "command"), timeout);
            }
            return Optional.of("this kind of probe is not understood by the local cluster");
        } catch (ConnectException _) {
            return Optional.of("nothing listens on its port");
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private Optional<String> http(Manifest get) throws IOException, InterruptedException {
        boolean secure = get.text("scheme").filter("HTTPS"::equals).isPresent();
        Optional<Integer> port = port(get);
        if (port.isEmpty()) {
            return noPort(get);
        }
        String path = get.text("path").orElse("/");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create((secure ? "https" : "http") + "://127.0.0.1:"
                        + port.get() + (path.startsWith("/") ? path : "/" + path)))
                .timeout(timeout);
        headers(get).forEach(request::setHeader);
        int status = (secure ? clients.https() : clients.http())
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        return status >= 200 && status < 400 ? Optional.empty() : Optional.of("GET " + path + " answered " + status);
    }

    /** The client sets Host itself. */
    private static Map<String, String> headers(Manifest get) {
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        headers.put("User-Agent", "kube-probe/slipway");
        for (Manifest header : get.items("httpHeaders")) {
            String name = header.text("name").orElse("");
            if (!name.isEmpty() && !List.of("host", "connection").contains(name.toLowerCase(java.util.Locale.ROOT))) {
                headers.put(name, header.text("value").orElse(""));
            }
        }
        return headers;
    }

    private Optional<String> tcp(Manifest tcp) throws IOException {
        Optional<Integer> port = port(tcp);
        if (port.isEmpty()) {
            return noPort(tcp);
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port.get()), (int) timeout.toMillis());
            return Optional.empty();
        }
    }

    private Optional<String> grpc(Manifest grpc) throws IOException, InterruptedException {
        Optional<Integer> port = port(grpc);
        return port.isEmpty()
                ? noPort(grpc)
                : clients.grpc().failure(port.get(), grpc.text("service").orElse(""), timeout);
    }

    private Optional<Integer> port(Manifest of) {
        return of.text("port").flatMap(target::hostPort);
    }

    private static Optional<String> noPort(Manifest of) {
        return Optional.of("the container declares no port \"" + of.text("port").orElse("") + "\"");
    }
}
