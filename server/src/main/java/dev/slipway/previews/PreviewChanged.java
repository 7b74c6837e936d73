package dev.slipway.previews;

import dev.slipway.kernel.ServiceName;

/** Hint: a preview came, moved or went. */
public record PreviewChanged(ServiceName service, int number) {}
