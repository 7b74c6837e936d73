package dev.slipway.delivery.isolation;

import java.nio.file.Path;

/**
 * A directory or file of this machine that a workload sees.
 *
 * @param target where it sees it: absolute, without links
 */
public record Mount(Path source, Path target, boolean readOnly) {

    public Mount {
        target = target.normalize();
        if (!target.isAbsolute() || target.getNameCount() == 0) {
            throw new IllegalArgumentException("\"" + target + "\" is no place to mount at: expected an absolute path");
        }
    }
}
