package dev.slipway.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks a name server. */
@FunctionalInterface
public interface HostNames {

    /** The one that this machine asks. */
    HostNames SYSTEM = InetAddress::getAllByName;

    InetAddress[] addresses(String host) throws UnknownHostException;
}
