package dev.slipway.traffic.gateway;

import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.Workloads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the front listener what is behind it, once that is ready, and when it goes. */
@Component
class FrontConnection {

    private final FrontListener front;
    private final Workloads workloads;

    FrontConnection(FrontListener front, Workloads workloads) {
        this.front = front;
        this.workloads = workloads;
    }

    @EventListener
    void connect(ApplicationReadyEvent event) {
        front.workloads(workloads);
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            front.portalAt(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), web.getWebServer().getPort()));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void disconnect() {
        front.disconnect();
    }
}
