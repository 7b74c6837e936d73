package dev.slipway.delivery.probes;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What probes ask with; each is made when the first probe needs it. */
@Component
public class ProbeClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private @Nullable HttpClient http;
    private @Nullable HttpClient https;
    private @Nullable GrpcHealth grpc;

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    }

    synchronized HttpClient http() {
        HttpClient client = http;
        if (client == null) {
            client = builder().build();
            http = client;
        }
        return client;
    }

    /** Takes any certificate. */
    synchronized HttpClient https() {
        HttpClient client = https;
        if (client == null) {
            client = builder().sslContext(unverified()).build();
            https = client;
        }
        return client;
    }

    private static SSLContext unverified() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized GrpcHealth grpc() {
        GrpcHealth client = grpc;
        if (client == null) {
            client = new GrpcHealth();
            grpc = client;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (grpc != null) {
            grpc.close();
            grpc = null;
        }
    }
}
