package dev.slipway.git.imports;

import dev.slipway.kernel.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves the one host that a connection is for. The addresses that are checked are the ones that are connected to, so a
 * name server that answers differently the second time gains nothing.
 */
record GuardedNames(ImportProperties properties, String host, int port) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equalsIgnoreCase(host)) {
            throw new PublicAddresses.PrivateAddress("led to another host, \"" + name + "\"");
        }
        return PublicAddresses.of(name, properties.vouchesFor(host, port));
    }
}
