package dev.slipway.builds;

import org.jspecify.annotations.Nullable;

/**
 * What the local runner would make of sources.
 *
 * @param kind how it would build them, for people; null when it knows no way
 * @param obstacle why that would fail, as far as the files tell; null when nothing stands against it
 */
public record BuildForecast(@Nullable String kind, @Nullable String obstacle) {

    /** Whether an image can be expected. */
    public boolean succeeds() {
        return kind != null && obstacle == null;
    }
}
