package dev.slipway.git.imports;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves the one host that a connection is for. The addresses that are checked are the ones that are connected to, so a
 * name server that answers differently the second time gains nothing.
 */
record GuardedNames(ImportProperties properties, String host, int port) implements DnsResolver {

    /** The host leads into a network that is nobody's business. */
    static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equalsIgnoreCase(host)) {
            throw new PrivateAddress("led to another host, \"" + name + "\"");
        }
        InetAddress[] addresses = InetAddress.getAllByName(name);
        if (!properties.vouchesFor(host, port) && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new PrivateAddress("\"" + host + "\" stands in a private network or on this machine");
        }
        return addresses;
    }
}
