package dev.slipway.traffic.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one port. Opens before the platform has started, and says so until {@link #portalAt} and {@link #workloads} tell
 * what is behind it. Thread-safe.
 */
public final class FrontListener implements AutoCloseable {

    /** Carries the secret of this start to the portal's connector; never passed on from outside. */
    public static final String SECRET_HEADER = "X-Slipway-Front";

    private static final int LANES = 2;
    private static final long LONGEST_CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final FrontTargets targets;
    private final int port;

    private FrontListener(Vertx vertx, FrontTargets targets, int port) {
        this.vertx = vertx;
        this.targets = targets;
        this.port = port;
    }

    /** @throws BindException when the port is taken */
    public static FrontListener open(FrontOptions options) throws BindException {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(LANES)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        FrontTargets targets = new FrontTargets();
        try {
            return new FrontListener(vertx, targets, listen(vertx, targets, options));
        } catch (BindException | RuntimeException e) {
            await(vertx.close());
            throw e;
        }
    }

    /** A lane per event loop and address, all on the same port; IPv6 where the machine has it. */
    private static int listen(Vertx vertx, FrontTargets targets, FrontOptions options) throws BindException {
        String address = options.behindProxy() ? "0.0.0.0" : "127.0.0.1";
        // Lanes share a port only where each names it.
        int port = options.port() == 0 ? freePort(address) : options.port();
        for (int lane = 0; lane < LANES; lane++) {
            await(new Lane(vertx, targets, options).listen(address, port));
        }
        if (!options.behindProxy()) {
            new Lane(vertx, targets, options).listen("::1", port);
        }
        return port;
    }

    private static int freePort(String address) throws BindException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw (BindException) new BindException("no port of " + address + " is free").initCause(e);
        }
    }

    private static <T> T await(Future<T> future) throws BindException {
        try {
            return future.await(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new VertxException("The front listener did not answer in time.", e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** A client of this listener. */
    public LoopbackClient client() {
        return new LoopbackClient(vertx, port);
    }

    /** From now on the portal's requests go there. */
    public void portalAt(InetSocketAddress address) {
        targets.portal(address);
    }

    /** From now on these decide where all other requests go. */
    public void workloads(Workloads workloads) {
        targets.workloads(workloads);
    }

    /** The portal is going away: all hosts say that it is starting. */
    public void disconnect() {
        targets.portal(null);
        targets.workloads(Workloads.none());
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            await(vertx.close());
        } catch (BindException e) {
            throw new VertxException(e);
        }
    }
}
