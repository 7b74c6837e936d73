package dev.slipway.git.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.apache.http.client.HttpClient;
import org.eclipse.jgit.transport.http.apache.HttpClientConnection;

/** A connection whose answers count against the import's allowance. */
final class BoundedConnection extends HttpClientConnection {

    private final Allowance allowance;

    BoundedConnection(URL url, HttpClient client, Allowance allowance) throws IOException {
        super(url.toString(), Proxy.NO_PROXY, client);
        this.allowance = allowance;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                allowance.take(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = in.read(bytes, offset, length);
                allowance.take(Math.max(read, 0));
                return read;
            }
        };
    }
}
