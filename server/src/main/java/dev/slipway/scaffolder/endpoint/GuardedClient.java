package dev.slipway.scaffolder.endpoint;

import dev.slipway.kernel.HostNames;
import dev.slipway.kernel.PublicAddresses;
import dev.slipway.platform.TemplateRules.Endpoint;
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

/** A client for one call of one endpoint, which connects to the addresses that were checked and follows nothing. */
final class GuardedClient {

    private GuardedClient() {}

    static CloseableHttpClient of(Endpoint endpoint, HostNames names) {
        int time = (int) endpoint.timeout().toMillis();
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                host -> PublicAddresses.of(host, endpoint.privateNetwork(), names));
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(time).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(time)
                        .setSocketTimeout(time)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .build();
    }
}
