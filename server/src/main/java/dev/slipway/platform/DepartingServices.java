package dev.slipway.platform;

import dev.slipway.kernel.ServiceName;

/** SPI: knows which registered services are being deleted; {@code services} implements it. */
public interface DepartingServices {

    /** From the moment somebody asked for the deletion until it ended, one way or the other. Reads the database. */
    boolean isDeparting(ServiceName service);
}
