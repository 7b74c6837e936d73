package dev.slipway.git.imports;

import dev.slipway.kernel.PublicAddresses;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Connections of one import: to its one server, direct, with no more than may be received. */
final class GuardedConnections implements HttpConnectionFactory, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int HTTP = 80;

    /** Answers that JGit does not read to their end, for example that a sign-in is asked for, keep theirs until all is done. */
    private static final int MOST = 20;

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ImportAddress address;
    private final Allowance allowance;
    private final CloseableHttpClient client;

    GuardedConnections(ImportAddress address, ImportProperties properties, Allowance allowance) {
        this.address = address;
        this.allowance = allowance;
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                new GuardedNames(properties, address.host(), address.port()));
        connections.setDefaultMaxPerRoute(MOST);
        connections.setMaxTotal(MOST);
        int silence = (int) SILENCE.toMillis();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silence).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setConnectionRequestTimeout((int) CONNECT.toMillis())
                        .setSocketTimeout(silence)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .build();
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        if (!url.getHost().equalsIgnoreCase(address.uri().getHost()) || !isWeb(url)) {
            throw new PublicAddresses.PrivateAddress("led to another host, \"" + url.getHost() + "\"");
        }
        if (address.uri().getScheme().equalsIgnoreCase("https")
                && url.getProtocol().equals("http")) {
            throw new PublicAddresses.PrivateAddress("led from https to http");
        }
        if (port(url) != address.port() && !isFromPlainToSecure(url)) {
            throw new PublicAddresses.PrivateAddress("led to another server, port " + port(url) + " of its host");
        }
        return new BoundedConnection(url, client, allowance);
    }

    private static int port(URL url) {
        return url.getPort() >= 0 ? url.getPort() : url.getDefaultPort();
    }

    /** What hosts do who no longer answer without encryption. */
    private boolean isFromPlainToSecure(URL url) {
        return address.port() == HTTP && url.getProtocol().equals("https") && port(url) == url.getDefaultPort();
    }

    private static boolean isWeb(URL url) {
        return url.getProtocol().equals("https") || url.getProtocol().equals("http");
    }

    /** Proxies that this machine's settings name are for other things: behind one, no address could be checked. */
    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
