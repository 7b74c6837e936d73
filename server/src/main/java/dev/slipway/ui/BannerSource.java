package dev.slipway.ui;

import java.util.Optional;

/** SPI: whether there is something that everybody must know now. Asked for every page, so it must be answered from memory. */
public interface BannerSource {

    Optional<Banner> banner(Viewer viewer);
}
