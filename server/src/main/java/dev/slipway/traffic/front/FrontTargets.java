package dev.slipway.traffic.front;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** What is behind the listener at this moment; both come when the platform has started. */
final class FrontTargets {

    private volatile @Nullable InetSocketAddress portal;
    private volatile Workloads workloads = Workloads.none();

    @Nullable
    InetSocketAddress portal() {
        return portal;
    }

    void portal(@Nullable InetSocketAddress address) {
        portal = address;
    }

    Workloads workloads() {
        return workloads;
    }

    void workloads(Workloads behind) {
        workloads = behind;
    }
}
