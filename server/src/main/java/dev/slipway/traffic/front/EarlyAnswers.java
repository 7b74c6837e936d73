package dev.slipway.traffic.front;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Keeps a connection readable on which nothing can be written any more. A server may answer before it has read a long body, and hang
 * up; Netty would close the connection at the next write, with the answer unread.
 */
final class EarlyAnswers {

    /** How long after the last write they are waited for: they have arrived already, or will not. */
    static final long PATIENCE_MILLIS = 500;

    private EarlyAnswers() {}

    static void allowOn(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().config().setAutoClose(false);
        }
    }
}
