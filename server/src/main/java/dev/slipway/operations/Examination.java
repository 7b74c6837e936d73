package dev.slipway.operations;

import java.util.List;

/** SPI: looks at one part of the installation. A bean of this type is asked whenever somebody wants a check-up. */
@FunctionalInterface
public interface Examination {

    /** At least one finding: silence would be taken for health. An exception counts as a problem. */
    List<Finding> examine();
}
