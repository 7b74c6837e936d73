package dev.slipway.traffic.front;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One try to have a request answered.
 *
 * @param request gets the headers that are sent on
 * @param answer may change the headers that are passed back
 * @param body the whole of it, read before; null where it is streamed from the request
 * @param limit how long it may take once the request is sent; zero for any time
 * @param whole whether the limit is for the whole answer, not only for its first byte
 * @param dropped answers with such a status are dropped, so that another try can be made
 */
record Try(
        InetSocketAddress address,
        String uri,
        Consumer<MultiMap> request,
        Consumer<MultiMap> answer,
        @Nullable Buffer body,
        Duration limit,
        boolean whole,
        IntPredicate dropped) {

    /** Everything as it comes. */
    static Try plain(InetSocketAddress address, String uri, Consumer<MultiMap> request, Duration firstByte) {
        return new Try(address, uri, request, _ -> {}, null, firstByte, false, _ -> false);
    }
}
