package dev.slipway.traffic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.ClusterName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final ClusterName DEV = new ClusterName("dev");
    private static final Routes.Service SHOP = new Routes.Service(DEV, "red-dev", "shop", 80, Map.of());

    private static InetSocketAddress replica(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private final Turns turns = new Turns();

    @Test
    void takesReplicasInTurnAndKeepsTheOthersInReserve() {
        List<InetSocketAddress> three = List.of(replica(1), replica(2), replica(3));

        assertThat(turns.next(SHOP, three)).containsExactly(replica(1), replica(2), replica(3));
        assertThat(turns.next(SHOP, three)).containsExactly(replica(2), replica(3), replica(1));
        assertThat(turns.next(SHOP, three)).containsExactly(replica(3), replica(1), replica(2));
        assertThat(turns.next(SHOP, three)).containsExactly(replica(1), replica(2), replica(3));
    }

    @Test
    void everyServiceHasTurnsOfItsOwn() {
        List<InetSocketAddress> two = List.of(replica(1), replica(2));
        turns.next(SHOP, two);

        assertThat(turns.next(new Routes.Service(DEV, "red-dev", "basket", 80, Map.of()), two))
                .first()
                .isEqualTo(replica(1));
    }
}
