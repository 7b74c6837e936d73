package dev.slipway.delivery;

import dev.slipway.kernel.ClusterName;
import java.util.Map;
import java.util.Optional;

/** SPI: the values of Secrets that do not stand in manifests. */
public interface SecretValues {
    Optional<Map<String, byte[]>> values(ClusterName cluster, String namespace, String secretName);
}
